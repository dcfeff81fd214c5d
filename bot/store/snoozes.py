"""Reminders that somebody has put off, known to every process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from sqlalchemy import insert, select

from bot.store.database import Database
from bot.store.digest_tables import SnoozeRow
from bot.store.tables import table_of

_ROWS = table_of(SnoozeRow)
_ALL = select(_ROWS).order_by(_ROWS.c.id)


class StoredSnoozes:
    """See :class:`bot.digest.snoozing.Snoozes`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def put_off(self, certificate: int, key: str, until: date, author: str) -> None:
        """The digest speaks of it again on ``until``."""
        row = {"certificate": certificate, "obligation": key, "until": until, "author": author}
        with self._database.writing() as connection:
            connection.execute(insert(_ROWS), row | {"put_off_at": self._now()})

    def all(self) -> Mapping[tuple[int, str], date]:
        """The last word on each obligation."""
        with self._database.reading() as connection:
            rows = connection.execute(_ALL).mappings()
            return {(row["certificate"], row["obligation"]): row["until"] for row in rows}
