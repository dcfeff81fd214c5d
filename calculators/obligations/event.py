"""What happened to a certificate, as far as rules count from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculators.audit_types import AuditType


class Severity(StrEnum):
    """How grave a nonconformity (不符合) is."""

    MAJOR = "major"
    MINOR = "minor"

    @property
    def label(self) -> str:
        """The name in the documents."""
        return {"major": "严重不符合", "minor": "一般（轻微）不符合"}[self.value]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a certificate (事件) on a day.

    ``kind`` is a name of ``event_kinds.toml``; ``number`` tells events apart and never changes.
    ``answers`` is the number of the event that this one settles (a nonconformity that is closed, a
    complaint that is replied to); None where it settles the oldest one that is open.
    ``expires`` is the day printed on a certificate that is issued.
    """

    number: int
    kind: str
    on: date
    severity: Severity | None = None
    audit_type: AuditType | None = None
    answers: int | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """A certificate as the rules see it: its scheme and all that happened to it, oldest first."""

    document: str
    events: tuple[Event, ...]
