"""Every rule is reached by a case, or says why it cannot be computed; the table is up to date."""

from pathlib import Path

import pytest

from calculators.coverage import TABLE, Coverage, coverage, coverage_table, write_coverage
from knowledge.library import Library


@pytest.fixture(scope="module")
def rules(library: Library) -> tuple[Coverage, ...]:
    return coverage(library)


def test_every_rule_is_reached_by_a_case_or_says_why_not(rules: tuple[Coverage, ...]) -> None:
    assert [each for each in rules if not each.cases and not each.why] == []


def test_every_document_has_rules(rules: tuple[Coverage, ...], library: Library) -> None:
    assert {each.document for each in rules} == {each.id for each in library.documents}


def test_table_is_up_to_date(library: Library) -> None:
    assert TABLE.read_text("utf-8") == coverage_table(library), "请运行 clausebot rules coverage"


def test_table_is_written_where_it_is_asked_for(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "COVERAGE.md"
    count = write_coverage(library, target=target)
    assert target.read_text("utf-8").count("\n| ") > count
