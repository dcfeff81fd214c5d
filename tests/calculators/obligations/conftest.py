"""The rulebooks, the calendar, and certificates made of a few events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from calculators.audit_types import AuditType
from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.obligations import Survey, survey
from calculators.obligations.event import CertificateFacts, Event, Severity
from calculators.working_days import WorkingCalendar
from knowledge.library import Library

CALENDAR = WorkingCalendar.load()
Books = dict[str, tuple[DeadlineRule, ...]]
Certificate = Callable[..., CertificateFacts]
Surveyed = Callable[[CertificateFacts, date], Survey]


@pytest.fixture(scope="session")
def books(library: Library) -> Books:
    return {each.id: load_deadlines(each.id, library) for each in library.documents}


@pytest.fixture(scope="session")
def certificate() -> Certificate:
    """A certificate of a document, from (kind, day) or (kind, day, details); numbered from 1."""

    def made(document: str, *rows: Sequence[Any]) -> CertificateFacts:
        return CertificateFacts(document, tuple(_event(n, *row) for n, row in enumerate(rows, 1)))

    return made


def _event(number: int, kind: str, on: date | str, details: dict[str, Any] | None = None) -> Event:
    day = date.fromisoformat(on) if isinstance(on, str) else on
    told = dict(details or {})
    if "severity" in told:
        told["severity"] = Severity(told["severity"])
    if "audit_type" in told:
        told["audit_type"] = AuditType(told["audit_type"])
    return Event(number, kind, day, **told)


@pytest.fixture(scope="session")
def surveyed(books: Books) -> Surveyed:
    """What a certificate is and owes on a day."""

    def found(facts: CertificateFacts, today: date) -> Survey:
        return survey(facts, books[facts.document], today, CALENDAR)

    return found
