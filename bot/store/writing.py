"""Writing rows: at once, or a little later and much of it together where nobody waits for it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Protocol

from sqlalchemy import UpdateBase

from bot.store.availability import Availability
from bot.store.database import Database

_log = logging.getLogger(__name__)
Row = Mapping[str, object]

# How long whoever reads waits for what was said just before.
_PATIENCE_SECONDS = 5.0
# What is asked at once is answered within moments, and is written together.
_GATHERING_SECONDS = 0.05
# A transaction that is longer would keep others from writing.
_MOST_AT_ONCE = 200


class Writing(Protocol):
    """Takes statements with their values, and keeps the order of those on one table."""

    def put(self, statement: UpdateBase, row: Row) -> None:
        """Executes the statement with these values."""
        ...

    def flush(self) -> None:
        """Waits until all that was put so far is written, or has failed to be."""
        ...


class WritingAtOnce:
    """Writes each row before it goes on; raises what the database raises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, statement: UpdateBase, row: Row) -> None:
        """See :class:`Writing`."""
        with self._database.writing() as connection:
            connection.execute(statement, dict(row))

    def flush(self) -> None:
        """See :class:`Writing`."""


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """Something to write; nothing, where somebody waits for all before it to be written."""

    statement: UpdateBase | None = None
    row: Row = field(default_factory=dict)
    written: Event | None = None


class WritingBehind:
    """A thread that writes what has come meanwhile in one transaction; the rest when closed.

    A transaction costs more than the rows in it, and an answer should not wait for either.
    """

    def __init__(self, database: Database, availability: Availability) -> None:
        self._database = database
        self._availability = availability
        self._lines: SimpleQueue[_Line] = SimpleQueue()
        self._someone_waits = Event()
        self._is_closed = False
        self._thread = Thread(target=self._run, name="clausebot-writing", daemon=True)
        self._thread.start()

    def put(self, statement: UpdateBase, row: Row) -> None:
        """See :class:`Writing`."""
        self._lines.put(_Line(statement, row))

    def flush(self) -> None:
        """See :class:`Writing`."""
        written = Event()
        self._lines.put(_Line(written=written))
        self._someone_waits.set()
        written.wait(_PATIENCE_SECONDS)

    def close(self) -> None:
        """Writes the rest and ends."""
        self._is_closed = True
        self.flush()
        self._thread.join(_PATIENCE_SECONDS)

    def _run(self) -> None:
        while not (self._is_closed and self._lines.empty()):
            lines = self._next_lines()
            self._write([line for line in lines if line.statement is not None])
            for line in lines:
                if line.written:
                    line.written.set()

    def _next_lines(self) -> Sequence[_Line]:
        """Waits for one line, then a moment for more unless somebody waits for them."""
        lines = [self._lines.get()]
        self._someone_waits.wait(_GATHERING_SECONDS)
        self._someone_waits.clear()
        try:
            while len(lines) < _MOST_AT_ONCE:
                lines.append(self._lines.get_nowait())
        except Empty:
            return lines
        return lines

    def _write(self, lines: Sequence[_Line]) -> None:
        """All together; one by one where that fails, so that a bad one spoils no other."""
        if not lines or self._attempt(lines):
            return
        for line in lines:
            if len(lines) == 1 or not self._attempt([line]):
                _log.warning("Not kept: %s", dict(line.row))

    def _attempt(self, lines: Sequence[_Line]) -> bool:
        return self._availability.attempt(partial(self._together, lines), lambda: False)

    def _together(self, lines: Sequence[_Line]) -> bool:
        with self._database.writing() as connection:
            for statement, rows in _alike(lines):
                connection.execute(statement, rows)
        return True


def _alike(lines: Sequence[_Line]) -> Iterator[tuple[UpdateBase, list[dict[str, object]]]]:
    """Each statement with as many rows as the order on its table allows."""
    by_table: dict[object, list[tuple[UpdateBase, Row]]] = {}
    for line in lines:
        if line.statement is not None:
            by_table.setdefault(line.statement.table, []).append((line.statement, line.row))
    for told in by_table.values():
        for _, group in groupby(told, key=lambda each: id(each[0])):
            alike = list(group)
            yield alike[0][0], [dict(row) for _, row in alike]
