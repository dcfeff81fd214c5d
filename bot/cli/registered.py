"""The register as the commands use it: opened once, certificates found by what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.composition import clock, load_library
from bot.register import command_phrases as phrases
from bot.register.errors import RegisterRefuses
from bot.register.exchange.schemes import SchemeNames
from bot.register.finding import CertificateFinder
from bot.register.record import CertificateRecord
from bot.register.survey import Survey
from bot.settings import Settings
from bot.store.database import Database
from bot.store.register import StoredRegister
from bot.store.services import now, open_database
from knowledge.library import Library

_BY_ID = re.compile(r"#?(\d+)")


@dataclass(frozen=True)
class Registered:
    """The register with the rules over it. ``today`` is the day where the staff are."""

    database: Database
    library: Library
    today: date
    zone: ZoneInfo

    @cached_property
    def register(self) -> StoredRegister:
        """The register."""
        return StoredRegister(self.database, now)

    @cached_property
    def survey(self) -> Survey:
        """What the certificates owe."""
        return Survey.load(self.register, self.library)

    @cached_property
    def schemes(self) -> SchemeNames:
        """The schemes by all their names."""
        return SchemeNames(self.library.documents)

    def find(self, words: str, known_at: datetime | None = None) -> tuple[CertificateRecord, ...]:
        """The certificates that are called so; #12 is the one with the id 12."""
        by_id = _BY_ID.fullmatch(words)
        if words.startswith("#") and by_id:
            return self._with_id(int(by_id[1]), known_at)
        found = CertificateFinder(self.register.certificates(known_at)).find(words)
        return found or (self._with_id(int(by_id[1]), known_at) if by_id else ())

    def one(self, words: str, known_at: datetime | None = None) -> CertificateRecord:
        """The certificate that is called so; RegisterRefuses where none is, or several are."""
        found = self.find(words, known_at)
        if not found:
            raise RegisterRefuses(phrases.not_found(words))
        if len(found) > 1:
            raise RegisterRefuses(phrases.several(words, map(self.line, found)))
        return found[0]

    def line(self, record: CertificateRecord) -> str:
        """One line for a certificate."""
        said = record.particulars
        scheme = self.schemes.short(said.document)
        return phrases.certificate(record.id, record.organization.name, scheme, said.number)

    def moment(self, known_at: datetime | None) -> datetime | None:
        """A moment of the staff's clock."""
        return known_at and known_at.replace(tzinfo=self.zone)

    def _with_id(self, id: int, known_at: datetime | None) -> tuple[CertificateRecord, ...]:
        record = self.register.certificate(id, known_at)
        return (record,) if record else ()


@contextmanager
def opened() -> Iterator[Registered]:
    """The register that the settings name, closed at the end."""
    settings = Settings()
    library = load_library(settings)
    with open_database(settings) as database:
        yield Registered(database, library, clock(settings)(), ZoneInfo(settings.timezone))
