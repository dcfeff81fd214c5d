"""Whether a database is worth opening: to import what opens one takes a fifth of an answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

_SQLITE = "sqlite"


def may_hold(url: str, query: str, wanted: Iterable[Sequence[str]] = ((),)) -> bool:
    """Whether the query finds a row for any of these values; True where only opening would tell.

    A SQLite file is read and never made: one that is not there, or is older than the table that is
    asked for, holds nothing.
    """
    dialect, _, path = url.partition(":///")
    if dialect.partition("+")[0] != _SQLITE:
        return True
    address = f"file:{quote(str(Path(path)))}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            return any(database.execute(query, tuple(each)).fetchone() for each in wanted)
    except sqlite3.Error:
        return False
