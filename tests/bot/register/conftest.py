"""Registers in files of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.store.database import Database
from bot.store.register import StoredRegister
from bot.store.upgrading import upgrade
from tests.fakes.clock import Clock


@pytest.fixture
def make_register(tmp_path: Path) -> Iterator[Callable[[], StoredRegister]]:
    opened: list[Database] = []

    def made() -> StoredRegister:
        opened.append(Database(f"sqlite:///{tmp_path}/{len(opened)}.db"))
        upgrade(opened[-1])
        return StoredRegister(opened[-1], Clock())

    yield made
    for database in opened:
        database.close()
