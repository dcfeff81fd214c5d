"""Rulings for who only reads: makes no database, and opens none that has nothing on the clause."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Collection
from contextlib import closing
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import quote

from bot.slack.rulings import Ruling, Rulings
from knowledge.clause import ClauseRef

_log = logging.getLogger(__name__)
_SQLITE = "sqlite"
_ANY = "SELECT 1 FROM ruling WHERE withdrawn_at IS NULL AND document = ? AND clause = ?"


class RulingsOnRecord:
    """The rulings in the database at this address.

    What opens any database takes a fifth of the time of an answer to import, so a SQLite file is
    first looked into without it.
    """

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
        dialect, _, path = self._url.partition(":///")
        if dialect.partition("+")[0] != _SQLITE:
            return True
        address = f"file:{quote(str(Path(path)))}?mode=ro"
        try:
            with closing(sqlite3.connect(address, uri=True)) as database:
                wanted = ((ref.document, ref.number) for ref in refs)
                return any(database.execute(_ANY, each).fetchone() for each in wanted)
        except sqlite3.Error:
            # There is no such file yet, or one from before rulings were kept.
            return False
