"""The register as the rest of the bot sees it; ``bot.store.register`` keeps it in the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from bot.register.change import Change
from bot.register.record import (
    CertificateRecord,
    HistoryEntry,
    NewEvent,
    Particulars,
)


class Register(Protocol):
    """Facts are added and corrected by further entries, never overwritten.

    Whoever changes something is named by ``author`` (a Slack user id, or 命令行). Raises
    ``bot.register.errors.RegisterRefuses`` with one Chinese sentence where an entry cannot be true.
    """

    def certificates(self, known_at: datetime | None = None) -> Sequence[CertificateRecord]:
        """All certificates as known now, or at a past moment, by organization and number."""
        ...

    def certificate(self, id: int, known_at: datetime | None = None) -> CertificateRecord | None:
        """One certificate, or None."""
        ...

    def add(
        self,
        organization: str,
        particulars: Particulars,
        events: Sequence[NewEvent],
        author: str,
        short_names: Sequence[str] = (),
    ) -> CertificateRecord:
        """A new certificate; its organization is made where the name is new."""
        ...

    def correct(
        self, id: int, particulars: Particulars, author: str, note: str = ""
    ) -> CertificateRecord:
        """Other particulars from now on."""
        ...

    def record(self, id: int, event: NewEvent, author: str) -> CertificateRecord:
        """Something more that happened."""
        ...

    def replace(
        self, id: int, number: int, event: NewEvent | None, author: str, note: str = ""
    ) -> CertificateRecord:
        """Corrects the event with this number, or takes it back where ``event`` is None.

        The corrected event keeps its number, so that what refers to it still does.
        """
        ...

    def take(
        self,
        changes: Sequence[Change],
        author: str,
        told: Callable[[int], None] = lambda _: None,
    ) -> Sequence[int]:
        """Makes all these changes or none, and returns the ids, those of new certificates first.

        ``told`` hears from time to time how many more are made.
        """
        ...

    def history(self, id: int) -> Sequence[HistoryEntry]:
        """All entries about a certificate, oldest first."""
        ...

    def revision(self) -> int:
        """A number that grows with every change, so that what was computed can be reused."""
        ...
