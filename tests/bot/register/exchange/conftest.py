"""A register in a file, the names of our schemes, and tables made as people make them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.register.exchange.plan import Importing, Plan
from bot.register.exchange.schemes import SchemeNames
from bot.store.database import Database
from bot.store.register import StoredRegister
from bot.store.upgrading import upgrade
from knowledge.library import Library
from tests.fakes.clock import Clock

TODAY = date(2026, 11, 24)
Planning = Callable[..., Plan]


@pytest.fixture(scope="session")
def schemes() -> SchemeNames:
    return SchemeNames(Library.load().documents)


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


@pytest.fixture
def register(make_register: Callable[[], StoredRegister]) -> StoredRegister:
    return make_register()


@pytest.fixture
def plan(register: StoredRegister, schemes: SchemeNames) -> Planning:
    """Plans the import of rows (as CSV in UTF-8) or of a file into the register."""

    def planned(*rows: str, name: str = "台账.csv", content: bytes = b"", scheme: str = "") -> Plan:
        importing = Importing(register.certificates(), schemes, TODAY, scheme or None)
        return importing.plan(name, content or "\n".join(rows).encode())

    return planned


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    def made(*rows: Sequence[object]) -> bytes:
        book = Workbook()
        for row in rows:
            book.worksheets[0].append(list(row))
        content = BytesIO()
        book.save(content)
        return content.getvalue()

    return made
