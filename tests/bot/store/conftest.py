"""A database, opened as often as a test wishes, and a clock to set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from bot.store.database import Database
from bot.store.upgrading import upgrade
from tests.fakes.clock import Clock


@pytest.fixture
def connect(url: str) -> Iterator[Callable[[], Database]]:
    """Opens the database once more, as another process or a later one would."""
    with ExitStack() as stack:

        def connected() -> Database:
            database = Database(url)
            stack.callback(database.close)
            return database

        yield connected


@pytest.fixture
def database(connect: Callable[[], Database]) -> Database:
    """The database with its tables."""
    opened = connect()
    upgrade(opened)
    return opened


@pytest.fixture
def now() -> Clock:
    return Clock()
