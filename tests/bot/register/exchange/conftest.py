"""A register in a file, the names of our schemes, and tables made as people make them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from bot.register.exchange.plan import Importing, Plan
from bot.register.exchange.schemes import SchemeNames
from bot.store.register import StoredRegister
from knowledge.library import Library

TODAY = date(2026, 11, 24)
Planning = Callable[..., Plan]


@pytest.fixture(scope="session")
def schemes() -> SchemeNames:
    return SchemeNames(Library.load().documents)


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
