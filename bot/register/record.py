"""What the register holds of a certificate, as it is known now or was known on a past day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from calculators.audit_types import AuditType, RiskLevel
from calculators.obligations.event import CertificateFacts, Event, Severity


@dataclass(frozen=True, slots=True)
class Organization:
    """A client (组织); ``short_names`` are what staff call it."""

    id: int
    name: str
    short_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is said of a certificate besides what happened to it.

    ``document`` is the id of the scheme's document, ``owner`` a Slack user id or a name.
    """

    document: str
    number: str
    headcount: int | None = None
    sites: int | None = None
    risk: RiskLevel | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event that somebody reports; see :class:`calculators.obligations.event.Event`."""

    kind: str
    on: date
    note: str = ""
    severity: Severity | None = None
    audit_type: AuditType | None = None
    answers: int | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """An event with who recorded it and when."""

    event: Event
    note: str
    author: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class CertificateRecord:
    """A certificate (证书) with the events that count, oldest first.

    Corrected and withdrawn entries are not among them; the history has them all.
    """

    id: int
    organization: Organization
    particulars: Particulars
    events: tuple[RecordedEvent, ...] = field(default=())

    @property
    def facts(self) -> CertificateFacts:
        """The certificate as the rules see it."""
        return CertificateFacts(
            self.particulars.document, tuple(recorded.event for recorded in self.events)
        )


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of a certificate's history: who said what when.

    ``text`` is a Chinese sentence; ``corrects`` the entry that this one replaces or takes back.
    """

    number: int
    recorded_at: datetime
    author: str
    text: str
    corrects: int | None = None
