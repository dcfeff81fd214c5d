from __future__ import annotations

import pytest

from knowledge.ingestion import extract
from tests.fakes.clause_words import ADDED, numbers_and_words


@pytest.fixture(scope="session")
def decimal_markdown() -> str:
    return (ADDED / "decimal.md").read_text("utf-8")


@pytest.fixture(scope="session")
def decimal_clauses() -> dict[str, str]:
    return numbers_and_words(extract(ADDED / "decimal.md"))


@pytest.fixture(scope="session")
def numeral_clauses() -> dict[str, str]:
    return numbers_and_words(extract(ADDED / "chinese_numerals.txt"))
