"""What a row of a table says that the register does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.register.change import (
    Change,
    Correction,
    Happening,
    NewCertificate,
    Replacement,
    ShortNames,
)
from bot.register.cleaning import same
from bot.register.errors import RegisterRefuses
from bot.register.exchange import phrases
from bot.register.exchange.rows import ReadRow
from bot.register.record import CertificateRecord, NewEvent, Particulars, RecordedEvent
from bot.register.telling import told_event, told_particulars
from bot.register.validation import check_timeline
from calculators.obligations.event import Event

# An event of the first certificate, and the number that its entry will have there.
_FIRST_EVENT = 2
_ONCE = "issued"


def new_certificate(row: ReadRow) -> tuple[NewCertificate, tuple[str, ...]]:
    """The row as a certificate that is new, or RegisterRefuses where its events cannot be."""
    numbers = {
        number: place
        for place, (number, _) in enumerate(row.events, _FIRST_EVENT)
        if number is not None
    }
    events = tuple(
        replace(event, answers=numbers.get(event.answers) if event.answers else None)
        for _, event in row.events
    )
    check_timeline([_event(number, event) for number, event in enumerate(events, _FIRST_EVENT)])
    new = NewCertificate(row.organization, row.particulars, events, row.short_names)
    told = (told_particulars(row.particulars, None, ""), *(_told(event) for event in events))
    return new, told


def differences(
    record: CertificateRecord, row: ReadRow, note: str
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """The changes that make the record say what the row says, and how the history tells them."""
    if same(record.organization.name) != same(row.organization):
        raise RegisterRefuses(
            phrases.other_organization(row.particulars.number, record.organization.name)
        )
    changes: list[Change] = []
    told: list[str] = []
    short_names = tuple(sorted(set(row.short_names) - set(record.organization.short_names)))
    if short_names:
        changes.append(ShortNames(record.id, short_names))
        told.append(phrases.more_short_names(short_names))
    particulars = _merged(record.particulars, row.particulars)
    if particulars != record.particulars:
        changes.append(Correction(record.id, particulars, note))
        told.append(told_particulars(particulars, record.particulars, ""))
    timeline = {each.event.number: each.event for each in record.events}
    for corrected, event in _event_differences(record, row):
        number = corrected or max(timeline, default=1) + 1
        timeline[number] = _event(number, event)
        changes.append(_change(record.id, corrected, event, note))
        told.append(told_event(event, corrected, is_taken_back=False))
    check_timeline(list(timeline.values()))
    return tuple(changes), tuple(told)


def _change(id: int, number: int | None, event: NewEvent, note: str) -> Change:
    return Happening(id, event) if number is None else Replacement(id, number, event, note)


def _merged(known: Particulars, given: Particulars) -> Particulars:
    """What an empty cell does not say stays as it is."""
    return Particulars(
        given.document,
        known.number if same(known.number) == same(given.number) else given.number,
        given.headcount or known.headcount,
        given.sites or known.sites,
        given.risk or known.risk,
        given.owner or known.owner,
    )


def _event_differences(
    record: CertificateRecord, row: ReadRow
) -> Iterator[tuple[int | None, NewEvent]]:
    """Events that are new, and those that are otherwise, with their number in the register."""
    left = list(record.events)
    numbers: dict[int, int] = {}
    new: list[NewEvent] = []
    for told_number, event in row.events:
        known = _match(event, left)
        if known is None:
            new.append(event)
            continue
        left.remove(known)
        if told_number is not None:
            numbers[told_number] = known.event.number
        was = _new_event(known)
        now = _otherwise(was, event, numbers, has_only_a_day=event in row.dated)
        if now != was:
            yield known.event.number, now
    for event in sorted(new, key=lambda each: each.on):
        yield None, replace(event, answers=numbers.get(event.answers) if event.answers else None)


def _match(event: NewEvent, left: list[RecordedEvent]) -> RecordedEvent | None:
    """The event that is meant: of the kind and the day; what happens once, of the kind."""
    for known in left:
        if known.event.kind == event.kind and (known.event.on == event.on or event.kind == _ONCE):
            return known
    return None


def _otherwise(
    was: NewEvent, event: NewEvent, numbers: dict[int, int], *, has_only_a_day: bool
) -> NewEvent:
    if has_only_a_day:
        return replace(was, on=event.on, expires=event.expires or was.expires)
    answers = numbers.get(event.answers, was.answers) if event.answers else None
    note = event.note or was.note
    return replace(event, answers=answers, note=note, expires=event.expires or was.expires)


def _new_event(known: RecordedEvent) -> NewEvent:
    event = known.event
    return NewEvent(
        event.kind,
        event.on,
        known.note,
        event.severity,
        event.audit_type,
        event.answers,
        event.expires,
    )


def _event(number: int, event: NewEvent) -> Event:
    return Event(
        number,
        event.kind,
        event.on,
        event.severity,
        event.audit_type,
        event.answers,
        event.expires,
    )


def _told(event: NewEvent) -> str:
    return told_event(event, None, is_taken_back=False)
