"""The register for who only reads: makes no database, and opens none without certificates."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import quote

from bot.assistant.registered import CertificateLookup, Mentioned, NoCertificates
from knowledge.library import Library

_log = logging.getLogger(__name__)
_SQLITE = "sqlite"
_ANY = "SELECT 1 FROM certificate LIMIT 1"


class CertificatesOnRecord:
    """See :class:`bot.assistant.registered.CertificateLookup`; none where they cannot be read."""

    def __init__(self, url: str, library: Library) -> None:
        self._url = url
        self._library = library

    def mentioned(self, text: str, today: date) -> Sequence[Mentioned]:
        """The certificates that a text names."""
        try:
            return self._lookup.mentioned(text, today)
        except Exception:
            # Whatever it is, the answer itself needs no database.
            _log.warning("The register cannot be read", exc_info=True)
            self._lookup = NoCertificates()
            return ()

    @cached_property
    def _lookup(self) -> CertificateLookup:
        if not self._may_have_any():
            return NoCertificates()
        from bot.register.finding import Finding  # noqa: PLC0415
        from bot.register.lookup import RegisterLookup  # noqa: PLC0415
        from bot.register.survey import Survey  # noqa: PLC0415
        from bot.store.database import Database  # noqa: PLC0415
        from bot.store.register import StoredRegister  # noqa: PLC0415

        register = StoredRegister(Database(self._url), partial(datetime.now, UTC))
        survey = Survey.load(register, self._library)
        return RegisterLookup(Finding(register), survey, self._library)

    def _may_have_any(self) -> bool:
        dialect, _, path = self._url.partition(":///")
        if dialect.partition("+")[0] != _SQLITE:
            return True
        address = f"file:{quote(str(Path(path)))}?mode=ro"
        try:
            with closing(sqlite3.connect(address, uri=True)) as database:
                return database.execute(_ANY).fetchone() is not None
        except sqlite3.Error:
            # There is no such file yet, or one from before certificates were kept.
            return False
