"""Rulings for who only reads: makes no database, and opens none that has nothing on the clause."""

from __future__ import annotations

import logging
from collections.abc import Collection
from datetime import UTC, datetime
from functools import cached_property, partial

from bot.slack.rulings import Ruling, Rulings
from bot.store.looking_in import may_hold
from knowledge.clause import ClauseRef

_log = logging.getLogger(__name__)
_ANY = "SELECT 1 FROM ruling WHERE withdrawn_at IS NULL AND document = ? AND clause = ?"


class RulingsOnRecord:
    """The rulings in the database at this address."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._is_readable = True

    def on(self, refs: Collection[ClauseRef]) -> tuple[Ruling, ...]:
        """The rulings on these clauses, the newest first; none where they cannot be read."""
        if not (refs and self._is_readable and self._may_have_any(refs)):
            return ()
        try:
            return self._rulings.on(refs)
        except Exception:
            # Whatever it is, the answer itself needs no database.
            self._is_readable = False
            _log.warning("The rulings cannot be read", exc_info=True)
            return ()

    @cached_property
    def _rulings(self) -> Rulings:
        from bot.store.database import Database  # noqa: PLC0415
        from bot.store.rulings import StoredRulings  # noqa: PLC0415

        return StoredRulings(Database(self._url), partial(datetime.now, UTC))

    def _may_have_any(self, refs: Collection[ClauseRef]) -> bool:
        return may_hold(self._url, _ANY, ((ref.document, ref.number) for ref in refs))
