"""Certificates that a question may be about, as the assistant sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from calculators.audit_types import RiskLevel
from calculators.obligations.obligation import Obligation


@dataclass(frozen=True, slots=True)
class RegisteredCertificate:
    """What the register knows of a certificate on the day of the question.

    ``days`` are facts by the names of the ``ask`` contract, ``label`` is how people tell the
    certificate from others, ``known`` what the facts are in one Chinese line.
    """

    document: str
    label: str
    known: str
    days: Mapping[str, date]
    obligations: tuple[Obligation, ...]
    headcount: int | None = None
    sites: int | None = None
    risk: RiskLevel | None = None


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The stretch of a text that names certificates; several where the name fits several clients.

    ``certificates`` holds one tuple for each client.
    """

    start: int
    end: int
    certificates: tuple[tuple[RegisteredCertificate, ...], ...]


class CertificateLookup(Protocol):
    """Finds certificates by the words of a question."""

    def mentioned(self, text: str, today: date) -> Sequence[Mentioned]:
        """The certificates that a text names, in its order; none where it names none."""
        ...


class NoCertificates:
    """No register at hand: no word is the name of a certificate."""

    def mentioned(self, text: str, today: date) -> Sequence[Mentioned]:
        """Nothing."""
        return ()
