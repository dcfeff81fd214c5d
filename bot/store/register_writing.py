"""Changes to the register as rows, in one transaction; RegisterRefuses undoes all of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select, update

from bot.register import cleaning, phrases
from bot.register.change import (
    Change,
    Correction,
    Happening,
    NewCertificate,
    Replacement,
    ShortNames,
)
from bot.register.errors import RegisterRefuses
from bot.register.record import CertificateRecord, NewEvent, Particulars
from bot.register.validation import check_timeline, checked_event, checked_particulars
from bot.store.database import Database
from bot.store.register_reading import (
    CERTIFICATES,
    EVENTS,
    ORGANIZATIONS,
    PARTICULARS,
    event_of,
    read_records,
)
from bot.store.tables import (
    OrganizationRow,
    OrganizationShortNameRow,
    RegisterRevisionRow,
    table_of,
)
from calculators.obligations.event import Event

REVISION = table_of(RegisterRevisionRow)
_AT_ONCE = 500
_Row = dict[str, Any]
_Key = tuple[str, str]


def checked(change: Change, today: date) -> Change:
    """The change as it is kept, as far as it can be judged by itself; else RegisterRefuses."""
    match change:
        case NewCertificate():
            return _checked_certificate(change, today)
        case Correction():
            note = cleaning.note(change.note)
            return Correction(change.id, checked_particulars(change.particulars), note)
        case Happening():
            return Happening(change.id, checked_event(change.event, today))
        case Replacement():
            event = None if change.event is None else checked_event(change.event, today)
            note = cleaning.note(change.note)
            return Replacement(change.id, change.number, event, note)
        case ShortNames():
            return ShortNames(change.id, _checked_short_names(change.short_names))


def _checked_short_names(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(cleaning.name(phrases.SHORT_NAME, name) for name in names)


def _checked_certificate(given: NewCertificate, today: date) -> NewCertificate:
    events = tuple(checked_event(event, today) for event in given.events)
    check_timeline([event_of(number, event) for number, event in enumerate(events, 2)])
    return NewCertificate(
        cleaning.name(phrases.ORGANIZATION, given.organization),
        checked_particulars(given.particulars),
        events,
        _checked_short_names(given.short_names),
    )


class RegisterWriting:
    """One transaction of changes by one author at one moment."""

    def __init__(
        self, database: Database, connection: Connection, author: str, moment: datetime
    ) -> None:
        self._database = database
        self._connection = connection
        self._said = {"author": author, "recorded_at": moment}
        self._moment = moment
        # First of all, so that writers take turns: whoever counts second waits for the first.
        connection.execute(update(REVISION).values(number=REVISION.c.number + 1))

    def add(
        self, certificates: Sequence[NewCertificate], told: Callable[[int], None]
    ) -> tuple[int, ...]:
        """The ids of certificates that are new now; ``told`` hears how many are done at a time."""
        _refuse_twice(certificates)
        organizations = self._organizations(certificates)
        ids: list[int] = []
        rest = iter(certificates)
        while batch := list(islice(rest, _AT_ONCE)):
            ids += self._add(batch, organizations)
            told(len(batch))
        return tuple(ids)

    def correct(self, change: Correction) -> None:
        """Other particulars."""
        entry, record = self._next_entry(change.id)
        given = change.particulars
        if given == record.particulars:
            raise RegisterRefuses(phrases.NOTHING_CHANGED)
        document, key = _key(given)
        self._refuse_taken({(document, key): given.number}, besides=change.id)
        moved = update(CERTIFICATES).where(CERTIFICATES.c.id == change.id)
        self._connection.execute(moved.values(document=document, number_key=key))
        row = self._particulars_row(change.id, entry, given, change.note)
        self._connection.execute(PARTICULARS.insert(), row)

    def happen(self, change: Happening) -> None:
        """Another event."""
        entry, record = self._next_entry(change.id)
        check_timeline([*_events(record), event_of(entry, change.event)])
        self._connection.execute(EVENTS.insert(), self._event_row(change.id, entry, change.event))

    def replace(self, change: Replacement) -> None:
        """An event as it was, or not at all."""
        entry, record = self._next_entry(change.id)
        old = next((each for each in record.events if each.event.number == change.number), None)
        if old is None:
            raise RegisterRefuses(phrases.no_such_event(change.number))
        rest = [event for event in _events(record) if event.number != change.number]
        if change.event is None:
            _refuse_settled(change.number, rest)
            check_timeline(rest)
        else:
            check_timeline([*rest, event_of(change.number, change.event)])
        event = change.event or NewEvent(old.event.kind, old.event.on)
        row = self._event_row(change.id, entry, event) | {
            "number": change.number,
            "replaces": self._entry_that_counts(change.id, change.number),
            "is_taken_back": change.event is None,
        }
        row["note"] = row["note"] or change.note
        self._connection.execute(EVENTS.insert(), row)

    def call(self, change: ShortNames) -> None:
        """More short names."""
        owner = select(CERTIFICATES.c.organization_id).where(CERTIFICATES.c.id == change.id)
        organization = self._connection.execute(owner).scalar()
        if organization is None:
            raise RegisterRefuses(phrases.no_such_certificate(change.id))
        self._call({(organization, name) for name in change.short_names})

    def _next_entry(self, id: int) -> tuple[int, CertificateRecord]:
        """The number of the next entry, and the certificate before it."""
        certificate = CERTIFICATES.c.id == id
        counting = (
            update(CERTIFICATES).where(certificate).values(entries=CERTIFICATES.c.entries + 1)
        )
        entry = self._connection.execute(counting.returning(CERTIFICATES.c.entries)).scalar()
        if entry is None:
            raise RegisterRefuses(phrases.no_such_certificate(id))
        return entry, read_records(self._connection, id)[0]

    def _entry_that_counts(self, id: int, number: int) -> int:
        about = (EVENTS.c.certificate_id == id, EVENTS.c.number == number)
        last = select(EVENTS.c.entry).where(*about).order_by(EVENTS.c.entry.desc()).limit(1)
        return int(self._connection.execute(last).scalar_one())

    def _organizations(self, certificates: Sequence[NewCertificate]) -> dict[str, int]:
        """The ids of the organizations by the key of their name; those that are new are made."""
        named = {cleaning.same(each.organization): each.organization for each in certificates}
        made = self._database.insert(OrganizationRow).on_conflict_do_nothing()
        rows = [
            {"name": name, "name_key": key, "made_at": self._moment} for key, name in named.items()
        ]
        self._connection.execute(made, rows)
        known = self._connection.execute(select(ORGANIZATIONS.c.name_key, ORGANIZATIONS.c.id))
        ids = {key: id for key, id in known if key in named}
        self._call(
            {
                (ids[cleaning.same(each.organization)], name)
                for each in certificates
                for name in each.short_names
            }
        )
        return ids

    def _call(self, short: Collection[tuple[int, str]]) -> None:
        rows = [
            {"organization_id": id, "name": name, "made_at": self._moment}
            for id, name in sorted(short)
        ]
        if rows:
            inserting = self._database.insert(OrganizationShortNameRow)
            self._connection.execute(inserting.on_conflict_do_nothing(), rows)

    def _add(self, batch: Sequence[NewCertificate], organizations: Mapping[str, int]) -> list[int]:
        self._refuse_taken({_key(each.particulars): each.particulars.number for each in batch})
        rows = [
            {
                "organization_id": organizations[cleaning.same(each.organization)],
                "document": each.particulars.document,
                "number_key": cleaning.same(each.particulars.number),
                "entries": 1 + len(each.events),
                "made_at": self._moment,
            }
            for each in batch
        ]
        made = CERTIFICATES.insert().returning(CERTIFICATES.c.id, sort_by_parameter_order=True)
        ids = list(self._connection.execute(made, rows).scalars())
        numbered = list(zip(ids, batch, strict=True))
        said = [self._particulars_row(id, 1, each.particulars, "") for id, each in numbered]
        self._connection.execute(PARTICULARS.insert(), said)
        happened = [
            self._event_row(id, entry, event)
            for id, each in numbered
            for entry, event in enumerate(each.events, 2)
        ]
        if happened:
            self._connection.execute(EVENTS.insert(), happened)
        return ids

    def _refuse_taken(self, numbers: Mapping[_Key, str], besides: int | None = None) -> None:
        keys = {key for _, key in numbers}
        holders = (
            select(
                CERTIFICATES.c.id,
                CERTIFICATES.c.document,
                CERTIFICATES.c.number_key,
                ORGANIZATIONS.c.name,
            )
            .join(ORGANIZATIONS, ORGANIZATIONS.c.id == CERTIFICATES.c.organization_id)
            .where(CERTIFICATES.c.number_key.in_(keys))
        )
        for id, document, key, organization in self._connection.execute(holders):
            number = numbers.get((document, key))
            if number is not None and id != besides:
                raise RegisterRefuses(phrases.number_taken(number, organization))

    def _particulars_row(self, id: int, entry: int, said: Particulars, note: str) -> _Row:
        return {
            "certificate_id": id,
            "entry": entry,
            "document": said.document,
            "number": said.number,
            "headcount": said.headcount,
            "sites": said.sites,
            "risk": said.risk.value if said.risk else None,
            "owner": said.owner,
            "note": note,
            **self._said,
        }

    def _event_row(self, id: int, entry: int, event: NewEvent) -> _Row:
        return {
            "certificate_id": id,
            "entry": entry,
            "number": entry,
            "replaces": None,
            "is_taken_back": False,
            "kind": event.kind,
            "day": event.on,
            "severity": event.severity.value if event.severity else None,
            "audit_type": event.audit_type.value if event.audit_type else None,
            "answers": event.answers,
            "expires": event.expires,
            "note": event.note,
            **self._said,
        }


def _events(record: CertificateRecord) -> tuple[Event, ...]:
    return record.facts.events


def _refuse_settled(number: int, rest: Sequence[Event]) -> None:
    by = next((event.number for event in rest if event.answers == number), None)
    if by is not None:
        raise RegisterRefuses(phrases.settled_by(number, by))


def _key(particulars: Particulars) -> _Key:
    """What no two certificates share."""
    return particulars.document, cleaning.same(particulars.number)


def _refuse_twice(certificates: Sequence[NewCertificate]) -> None:
    seen: set[_Key] = set()
    for each in certificates:
        key = _key(each.particulars)
        if key in seen:
            raise RegisterRefuses(phrases.number_twice(each.particulars.number))
        seen.add(key)
