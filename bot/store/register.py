"""The register in the database, on SQLite and PostgreSQL: only ever added to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from bot.register.change import (
    Change,
    Correction,
    Happening,
    NewCertificate,
    Replacement,
    ShortNames,
)
from bot.register.record import CertificateRecord, HistoryEntry, NewEvent, Particulars
from bot.store.database import Database
from bot.store.register_reading import read_history, read_records
from bot.store.register_writing import REVISION, RegisterWriting, checked

_REVISION = select(REVISION.c.number)


class StoredRegister:
    """See :class:`bot.register.register.Register`. All certificates are read once a revision."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._read: tuple[int, tuple[CertificateRecord, ...]] = (-1, ())

    def certificates(self, known_at: datetime | None = None) -> Sequence[CertificateRecord]:
        """All certificates as known now, or at a past moment, by organization and number."""
        with self._database.reading() as connection:
            if known_at is not None:
                return read_records(connection, known_at=known_at)
            revision = int(connection.execute(_REVISION).scalar_one())
            read = self._read
            if read[0] != revision:
                self._read = read = (revision, read_records(connection))
            return read[1]

    def certificate(self, id: int, known_at: datetime | None = None) -> CertificateRecord | None:
        """One certificate, or None."""
        with self._database.reading() as connection:
            found = read_records(connection, id, known_at)
        return found[0] if found else None

    def add(
        self,
        organization: str,
        particulars: Particulars,
        events: Sequence[NewEvent],
        author: str,
        short_names: Sequence[str] = (),
    ) -> CertificateRecord:
        """A new certificate; its organization is made where the name is new."""
        new = NewCertificate(organization, particulars, tuple(events), tuple(short_names))
        return self._take_one(new, author)

    def correct(
        self, id: int, particulars: Particulars, author: str, note: str = ""
    ) -> CertificateRecord:
        """Other particulars from now on."""
        return self._take_one(Correction(id, particulars, note), author)

    def record(self, id: int, event: NewEvent, author: str) -> CertificateRecord:
        """Something more that happened."""
        return self._take_one(Happening(id, event), author)

    def replace(
        self, id: int, number: int, event: NewEvent | None, author: str, note: str = ""
    ) -> CertificateRecord:
        """Corrects the event with this number, or takes it back where ``event`` is None."""
        return self._take_one(Replacement(id, number, event, note), author)

    def take(
        self,
        changes: Sequence[Change],
        author: str,
        told: Callable[[int], None] = lambda _: None,
    ) -> tuple[int, ...]:
        """Makes all these changes or none; see :class:`bot.register.register.Register`."""
        moment = self._now()
        ready = [checked(change, moment.date()) for change in changes]
        if not ready:
            return ()
        with self._database.writing() as connection:
            return self._write(connection, ready, author, moment, told)

    def history(self, id: int) -> Sequence[HistoryEntry]:
        """All entries about a certificate, oldest first."""
        with self._database.reading() as connection:
            return read_history(connection, id)

    def revision(self) -> int:
        """A number that grows with every change."""
        with self._database.reading() as connection:
            return int(connection.execute(_REVISION).scalar_one())

    def _take_one(self, change: Change, author: str) -> CertificateRecord:
        moment = self._now()
        ready = checked(change, moment.date())
        with self._database.writing() as connection:
            (id,) = self._write(connection, [ready], author, moment, lambda _: None)
            return read_records(connection, id)[0]

    def _write(
        self,
        connection: Connection,
        changes: Sequence[Change],
        author: str,
        moment: datetime,
        told: Callable[[int], None],
    ) -> tuple[int, ...]:
        """The ids of the certificates, those that are new first."""
        writing = RegisterWriting(self._database, connection, author, moment)
        new = [change for change in changes if isinstance(change, NewCertificate)]
        ids = list(writing.add(new, told)) if new else []
        for change in changes:
            match change:
                case Correction():
                    writing.correct(change)
                case Happening():
                    writing.happen(change)
                case Replacement():
                    writing.replace(change)
                case ShortNames():
                    writing.call(change)
                case NewCertificate():
                    continue
            ids.append(change.id)
            told(1)
        return tuple(ids)
