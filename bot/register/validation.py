"""What cannot be true of a certificate; each refusal is a sentence that names the field."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path

from bot.register import cleaning, phrases
from bot.register.errors import RegisterRefuses
from bot.register.record import NewEvent, Particulars
from calculators.obligations.event import Event
from calculators.obligations.event_kinds import Detail, EventKind, Status, event_kinds
from calculators.rulebook import RULEBOOKS, Rows, Strict

FIRST_DAY = date(1990, 1, 1)
# How far ahead somebody may plan an audit, and a certificate may run: days.
_EVENT_AHEAD = timedelta(days=3 * 366)
_EXPIRY_AHEAD = timedelta(days=10 * 366)
MOST_PEOPLE = 1_000_000
MOST_SITES = 10_000
_ENDED = (Status.WITHDRAWN, Status.CANCELLED)


class _Order(Strict):
    """Which events can follow each other; see ``event_order.toml``."""

    after_issue: Rows[str]
    once: Rows[str]
    not_after_end: Rows[str]
    needs: Mapping[str, str]
    not_before: Mapping[str, str]
    needs_status: Mapping[str, list[str]]


@cache
def _order() -> _Order:
    file = Path(__file__).with_name("event_order.toml")
    return _Order.model_validate(tomllib.loads(file.read_text("utf-8")))


@cache
def documents_with_rules() -> tuple[str, ...]:
    """The documents whose certificates have deadlines that can be computed."""
    return tuple(sorted(path.parent.name for path in RULEBOOKS.glob("*/deadlines.toml")))


def checked_particulars(given: Particulars) -> Particulars:
    """The particulars as they are kept, or RegisterRefuses."""
    known = documents_with_rules()
    if given.document not in known:
        raise RegisterRefuses(phrases.no_rulebook(given.document, known))
    _check_count(phrases.HEADCOUNT, given.headcount, MOST_PEOPLE)
    _check_count(phrases.SITES, given.sites, MOST_SITES)
    return replace(
        given,
        number=cleaning.certificate_number(given.number),
        owner=cleaning.owner(given.owner),
    )


def checked_event(given: NewEvent, today: date) -> NewEvent:
    """The event as it is kept, or RegisterRefuses where it cannot be true by itself."""
    kind = event_kinds().get(given.kind)
    if kind is None:
        raise RegisterRefuses(phrases.unknown_kind(given.kind))
    check_day(kind.label, given.on, today + _EVENT_AHEAD)
    _check_details(kind, given)
    if given.expires is not None:
        check_day(phrases.EXPIRES, given.expires, today + _EXPIRY_AHEAD)
        if given.expires <= given.on:
            raise RegisterRefuses(phrases.expires_before_issue(given.expires, given.on))
    return replace(given, note=cleaning.note(given.note))


def answered_kind(kind: str) -> str | None:
    """The kind of event that one of this kind settles, if it settles any."""
    return _order().needs.get(kind)


def check_day(field: str, day: date, last: date) -> None:
    """RegisterRefuses where no certificate can have had this day."""
    if day < FIRST_DAY:
        raise RegisterRefuses(phrases.too_early(field, day, FIRST_DAY))
    if day > last:
        raise RegisterRefuses(phrases.too_late(field, day, last))


def check_timeline(events: Sequence[Event]) -> None:
    """RegisterRefuses where the events of one certificate cannot all be true."""
    ordered = sorted(events, key=lambda event: (event.on, event.number))
    _check_once(ordered)
    _check_after_issue(ordered)
    for event in ordered:
        _check_before(event, ordered)
        _check_settled(event, ordered)
    _check_status(ordered)


def _check_count(field: str, count: int | None, most: int) -> None:
    if count is not None and not 1 <= count <= most:
        raise RegisterRefuses(phrases.not_a_whole_number(field, count, most))


def _check_details(kind: EventKind, given: NewEvent) -> None:
    said = {
        Detail.SEVERITY: (given.severity, phrases.SEVERITY_SHORT),
        Detail.AUDIT_TYPE: (given.audit_type, phrases.AUDIT_TYPE),
        Detail.ANSWERS: (given.answers, phrases.ANSWERS),
        Detail.EXPIRES: (given.expires, phrases.EXPIRES),
    }
    for detail, (value, field) in said.items():
        if value is not None and detail not in kind.details:
            raise RegisterRefuses(phrases.detail_not_asked(kind.label, field))
    if Detail.SEVERITY in kind.details and given.severity is None:
        raise RegisterRefuses(phrases.detail_missing(kind.label, phrases.SEVERITY))


def _label(kind: str) -> str:
    return event_kinds()[kind].label


def _check_once(ordered: Sequence[Event]) -> None:
    for kind in _order().once:
        found = [event.number for event in ordered if event.kind == kind]
        if len(found) > 1:
            raise RegisterRefuses(phrases.only_once(_label(kind), min(found)))


def _check_after_issue(ordered: Sequence[Event]) -> None:
    issued = next((event.on for event in ordered if event.kind == "issued"), None)
    for event in ordered:
        if event.kind not in _order().after_issue:
            continue
        if issued is None:
            raise RegisterRefuses(phrases.not_issued(_label(event.kind)))
        if event.on < issued:
            raise RegisterRefuses(phrases.before_issue(_label(event.kind), event.on, issued))


def _check_before(event: Event, ordered: Sequence[Event]) -> None:
    other = _order().not_before.get(event.kind)
    first = next((each for each in ordered if each.kind == other), None)
    if first is not None and event.on < first.on:
        raise RegisterRefuses(
            phrases.not_before(_label(event.kind), event.on, _label(first.kind), first.on)
        )


def _check_settled(event: Event, ordered: Sequence[Event]) -> None:
    """What settles something needs that to be there, and on an earlier day or the same."""
    other = _order().needs.get(event.kind)
    if other is None:
        return
    label, settled = _label(event.kind), [each for each in ordered if each.kind == other]
    if event.answers is not None:
        settled = [each for each in settled if each.number == event.answers]
        if not settled:
            raise RegisterRefuses(phrases.answers_wrong(label, event.answers, _label(other)))
    if not any(each.on <= event.on for each in settled):
        raise RegisterRefuses(phrases.nothing_to_settle(label, _label(other), event.on))


def _check_status(ordered: Sequence[Event]) -> None:
    status, expires = Status.NONE, None
    for _, on_a_day in groupby(ordered, key=lambda event: event.on):
        eve = status
        for event in on_a_day:
            if status is Status.VALID and expires is not None and event.on > expires:
                status = eve = Status.EXPIRED
            _check_fits(event, eve, status)
            status = event_kinds()[event.kind].status or status
            expires = event.expires or expires


def _check_fits(event: Event, eve: Status, status: Status) -> None:
    """On one day a certificate can be restored and renewed, in whatever order it is told."""
    fitting = _order().needs_status.get(event.kind)
    is_over = status in _ENDED and event.kind in _order().not_after_end
    if is_over or (fitting is not None and {eve, status}.isdisjoint(fitting)):
        raise RegisterRefuses(phrases.wrong_status(_label(event.kind), event.on, status.label))
