"""The register for who only reads: makes no database, and opens none without certificates."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cached_property, partial

from bot.assistant.registered import CertificateLookup, Mentioned, NoCertificates
from bot.store.looking_in import may_hold
from knowledge.library import Library

_log = logging.getLogger(__name__)
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
        if not may_hold(self._url, _ANY):
            return NoCertificates()
        from bot.register.finding import Finding  # noqa: PLC0415
        from bot.register.lookup import RegisterLookup  # noqa: PLC0415
        from bot.register.survey import Survey  # noqa: PLC0415
        from bot.store.database import Database  # noqa: PLC0415
        from bot.store.register import StoredRegister  # noqa: PLC0415

        register = StoredRegister(Database(self._url), partial(datetime.now, UTC))
        survey = Survey.load(register, self._library)
        return RegisterLookup(Finding(register), survey, self._library)
