"""The database: SQLite in one file, or PostgreSQL by its address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlmodel import SQLModel

from bot.store import phrases
from bot.store.errors import DatabaseUnusable
from bot.store.tables import table_of

_WRITES = "clausebot_writes"
_ON_CONNECT = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
)
# As many connections as the app has threads (see ``bot.slack.lanes``), and some for others.
_POOL = {"pool_size": 8, "max_overflow": 16, "pool_timeout": 5}
# A server that does not answer must not keep people waiting: seconds, and milliseconds.
_PATIENCE = {"connect_timeout": 3, "tcp_user_timeout": 5000}

Insert = sqlite.Insert | postgresql.Insert


class Database:
    """Connections for reading and for writing. Safe to use from many threads and processes."""

    def __init__(self, url: str) -> None:
        """Opens nothing yet; DatabaseUnusable where this is no address of a database we know."""
        parsed = _parsed(url)
        self.address = parsed.render_as_string(hide_password=True)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        engine = _sqlite_engine(parsed) if self.is_sqlite else _postgresql_engine(parsed)
        self._engine = engine
        self._writer = engine.execution_options(**{_WRITES: True})
        autocommit = {} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        self._reader = engine.execution_options(**autocommit)
        # SQLite has one writer at a time; waiting here is fair, its own waiting is not.
        self._turn: AbstractContextManager[Any] = Lock() if self.is_sqlite else nullcontext()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or nothing where an error leaves the block."""
        with self._turn, self._writer.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection in which each statement sees what is kept at that moment."""
        with self._reader.connect() as connection:
            yield connection

    def insert(self, rows: type[SQLModel]) -> Insert:
        """An insertion that can say what to do where the key is taken already."""
        table = table_of(rows)
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    def upsert(self, rows: type[SQLModel], key: Sequence[str]) -> Insert:
        """An insertion that replaces the row with the same key."""
        inserting = self.insert(rows)
        rest = {column.name: column for column in inserting.excluded if column.name not in key}
        rest.pop("id", None)
        return inserting.on_conflict_do_update(index_elements=key, set_=rest)

    def close(self) -> None:
        """Closes every connection."""
        self._engine.dispose()


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
        parsed.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        # The address may hold a password, so it is shown only once it is understood.
        raise DatabaseUnusable("", phrases.NOT_AN_ADDRESS) from error
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        address = parsed.render_as_string(hide_password=True)
        raise DatabaseUnusable(address, phrases.NOT_AN_ADDRESS)
    return parsed


def _sqlite_engine(url: URL) -> Engine:
    try:
        Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnusable(str(url), error.strerror or str(error)) from error
    engine = create_engine(url, connect_args={"check_same_thread": False}, **_POOL)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Python's driver would begin transactions of its own, too late to wait for their turn.
    connection.isolation_level = None
    for pragma in _ON_CONNECT:
        connection.execute(pragma)


def _begin_sqlite(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES):
        driver: Any = connection.connection.dbapi_connection
        driver.execute("BEGIN IMMEDIATE")


def _postgresql_engine(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True, connect_args=_PATIENCE, **_POOL)
    except ImportError as error:
        address = url.render_as_string(hide_password=True)
        raise DatabaseUnusable(address, phrases.NOT_AN_ADDRESS) from error
