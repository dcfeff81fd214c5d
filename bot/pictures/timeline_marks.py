"""What a timeline shows: the days on which something happened or falls due, and its spells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.pictures import phrases
from bot.register.record import CertificateRecord
from bot.register.topics import topic_label
from calculators.obligations import Survey
from calculators.obligations.event import Event
from calculators.obligations.event_kinds import Status, event_kinds
from calculators.obligations.obligation import Obligation, State


@dataclass(frozen=True, slots=True)
class EventMark:
    """All that happened on a day."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One obligation: in words, and from when to when it ran.

    ``marker`` is its last day, its first where it has no other, or the day on which it was met.
    ``window`` is its first day where it has a last one too.
    """

    label: str
    day: str
    state: State
    start: date
    marker: date
    window: date | None
    is_last: bool


@dataclass(frozen=True, slots=True)
class Spell:
    """From when to when the certificate was of a status; the last day is not part of it."""

    status: Status
    start: date
    end: date


def event_marks(record: CertificateRecord) -> list[EventMark]:
    """What happened, by day."""
    kinds = event_kinds()
    return [
        EventMark(on, phrases.NAMES_JOINED.join(_once(kinds[each.kind].label for each in events)))
        for on, events in groupby(_events(record), key=lambda event: event.on)
    ]


def rows(survey: Survey, today: date) -> list[Row]:
    """The obligations that have a day, in the order of the survey."""
    return [_row(each, today) for each in survey.obligations if each.due or each.earliest]


def spells(record: CertificateRecord, survey: Survey, end: date) -> Iterator[Spell]:
    """What the certificate was, and will be as long as nothing else happens."""
    kinds = event_kinds()
    told = [each for each in _events(record) if kinds[each.kind].status]
    expires = survey.expires
    for number, event in enumerate(told):
        status = kinds[event.kind].status or Status.NONE
        until = told[number + 1].on if number + 1 < len(told) else end
        is_standing = status in (Status.VALID, Status.SUSPENDED)
        if is_standing and number + 1 == len(told) and expires and event.on <= expires < until:
            yield Spell(status, event.on, expires)
            yield Spell(Status.EXPIRED, expires, until)
        elif event.on < until:
            yield Spell(status, event.on, until)


def _events(record: CertificateRecord) -> list[Event]:
    return sorted((each.event for each in record.events), key=lambda event: event.on)


def _row(obligation: Obligation, today: date) -> Row:
    due, met = obligation.due, obligation.met_by
    day = due or obligation.earliest or today
    return Row(
        topic_label(obligation) if due else obligation.label,
        _day(obligation, day, today),
        obligation.state,
        min(obligation.opened_by.on, day),
        met.on if met else day,
        obligation.earliest if due else None,
        due is not None,
    )


def _day(obligation: Obligation, day: date, today: date) -> str:
    if obligation.met_by:
        return phrases.met_on(obligation.met_by.on, is_late=obligation.is_late)
    if obligation.due is None:
        return str(day)
    return f"{day} {phrases.days_left((day - today).days)}"


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
