"""The rows of the register as records: a few questions to the database, however many rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from bot.register.record import (
    CertificateRecord,
    HistoryEntry,
    NewEvent,
    Organization,
    Particulars,
    RecordedEvent,
)
from bot.register.telling import told_event, told_particulars
from bot.store.tables import (
    CertificateEventRow,
    CertificateParticularsRow,
    CertificateRow,
    OrganizationRow,
    OrganizationShortNameRow,
    table_of,
)
from calculators.audit_types import AuditType, RiskLevel
from calculators.obligations.event import Event, Severity

ORGANIZATIONS = table_of(OrganizationRow)
SHORT_NAMES = table_of(OrganizationShortNameRow)
CERTIFICATES = table_of(CertificateRow)
PARTICULARS = table_of(CertificateParticularsRow)
EVENTS = table_of(CertificateEventRow)

_RISKS = {level.value: level for level in RiskLevel}
_SEVERITIES = {severity.value: severity for severity in Severity}
_AUDIT_TYPES = {kind.value: kind for kind in AuditType}
_NO_EVENTS: tuple[RecordedEvent, ...] = ()
_Row = Row[Any]


def read_records(
    connection: Connection, id: int | None = None, known_at: datetime | None = None
) -> tuple[CertificateRecord, ...]:
    """All certificates or the one with this id, by organization and number."""
    # The certificates first: whatever is entered meanwhile is then only more about these.
    certificates = connection.execute(_narrowed(CERTIFICATES, CERTIFICATES.c.id, id, known_at))
    owned = [(row.id, row.organization_id) for row in certificates]
    organizations = _organizations(connection, known_at, owned, id)
    particulars = _particulars(connection, id, known_at)
    events = _events(connection, id, known_at)
    records = [
        CertificateRecord(
            each, organizations[organization], particulars[each], events.get(each, _NO_EVENTS)
        )
        for each, organization in owned
    ]
    return tuple(sorted(records, key=_by_organization_and_number))


def read_history(connection: Connection, id: int) -> tuple[HistoryEntry, ...]:
    """All entries about a certificate, oldest first."""
    entries: dict[int, HistoryEntry] = {}
    before: Particulars | None = None
    for row in connection.execute(_entries(PARTICULARS, id)):
        now = _particulars_of(row)
        entries[row.entry] = _entry(row, told_particulars(now, before, row.note), None)
        before = now
    for row in connection.execute(_entries(EVENTS, id)):
        text = told_event(_told(row), row.replaces, is_taken_back=row.is_taken_back)
        entries[row.entry] = _entry(row, text, row.replaces)
    return tuple(entries[number] for number in sorted(entries))


def _by_organization_and_number(record: CertificateRecord) -> tuple[str, str]:
    return record.organization.name, record.particulars.number


def _narrowed(
    table: Table, key: Any, id: int | None, known_at: datetime | None, moment: str = "made_at"
) -> Select[Any]:
    statement = select(table)
    if id is not None:
        statement = statement.where(key == id)
    if known_at is not None:
        statement = statement.where(table.c[moment] <= known_at)
    return statement


def _entries(table: Table, id: int | None, known_at: datetime | None = None) -> Select[Any]:
    narrowed = _narrowed(table, table.c.certificate_id, id, known_at, "recorded_at")
    return narrowed.order_by(table.c.entry)


def _organizations(
    connection: Connection,
    known_at: datetime | None,
    owned: Iterable[tuple[int, int]],
    id: int | None,
) -> dict[int, Organization]:
    only = None if id is None else next((owner for _, owner in owned), 0)
    called: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(
        _narrowed(SHORT_NAMES, SHORT_NAMES.c.organization_id, only, known_at)
    ):
        called[row.organization_id].append(row.name)
    return {
        row.id: Organization(row.id, row.name, tuple(sorted(called.get(row.id, ()))))
        for row in connection.execute(_narrowed(ORGANIZATIONS, ORGANIZATIONS.c.id, only, None))
    }


def _particulars(
    connection: Connection, id: int | None, known_at: datetime | None
) -> Mapping[int, Particulars]:
    rows = connection.execute(_entries(PARTICULARS, id, known_at))
    last = {row.certificate_id: row for row in rows}
    return {certificate: _particulars_of(row) for certificate, row in last.items()}


def _particulars_of(row: _Row) -> Particulars:
    risk = _RISKS[row.risk] if row.risk else None
    return Particulars(row.document, row.number, row.headcount, row.sites, risk, row.owner)


def _events(
    connection: Connection, id: int | None, known_at: datetime | None
) -> Mapping[int, tuple[RecordedEvent, ...]]:
    rows = connection.execute(_entries(EVENTS, id, known_at))
    last = {(row[0], row[2]): row for row in rows}
    found: dict[int, list[tuple[date, int, RecordedEvent]]] = defaultdict(list)
    for row in last.values():
        certificate, _, number, _, is_taken_back, kind, day, *more = row
        if not is_taken_back:
            severity, audit_type, answers, expires, note, author, recorded_at = more
            event = Event(
                number,
                kind,
                day,
                _SEVERITIES.get(severity),
                _AUDIT_TYPES.get(audit_type),
                answers,
                expires,
            )
            recorded = RecordedEvent(event, note, author, recorded_at)
            found[certificate].append((day, number, recorded))
    return {
        certificate: tuple(recorded for _, _, recorded in sorted(events))
        for certificate, events in found.items()
    }


def event_of(number: int, told: NewEvent) -> Event:
    """An event that was told, under its number."""
    return Event(
        number, told.kind, told.on, told.severity, told.audit_type, told.answers, told.expires
    )


def _told(row: _Row) -> NewEvent:
    return NewEvent(
        row.kind,
        row.day,
        row.note,
        _SEVERITIES[row.severity] if row.severity else None,
        _AUDIT_TYPES[row.audit_type] if row.audit_type else None,
        row.answers,
        row.expires,
    )


def _entry(row: _Row, text: str, corrects: int | None) -> HistoryEntry:
    return HistoryEntry(row.entry, row.recorded_at, row.author, text, corrects)
