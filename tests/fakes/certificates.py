"""Certificates as the register gives them, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

from bot.register.record import (
    CertificateRecord,
    Organization,
    Particulars,
    RecordedEvent,
)
from calculators.deadline_rules import load_deadlines
from calculators.obligations import Survey, survey
from calculators.obligations.event import Event
from calculators.working_days import WorkingCalendar
from knowledge.library import Library

RECORDED = datetime(2020, 1, 1, tzinfo=UTC)


def certificate(
    *events: tuple[str, date],
    name: str = "华信云科技有限公司",
    document: str = "RLAC-CSSMS",
    number: str = "RLAC-1",
    id: int = 1,
    owner: str = "",
) -> CertificateRecord:
    """A certificate to which these kinds of events happened; all were recorded long ago."""
    told = (Event(place, kind, on) for place, (kind, on) in enumerate(events, start=1))
    return CertificateRecord(
        id,
        Organization(id, name),
        Particulars(document, number, owner=owner),
        tuple(RecordedEvent(each, "", "测试", RECORDED) for each in told),
    )


def surveyed(record: CertificateRecord, today: date, library: Library) -> Survey:
    """What the certificate owes on a day."""
    rules = load_deadlines(record.particulars.document, library)
    return survey(record.facts, rules, today, _calendar())


@cache
def _calendar() -> WorkingCalendar:
    return WorkingCalendar.load()
