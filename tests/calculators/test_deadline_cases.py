"""The deadlines worked out by hand in ``tests/cases/deadlines``, one file per document."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators.audit_types import AuditType
from calculators.calculation import Calculation
from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.deadlines import deadline
from calculators.working_days import WorkingCalendar
from knowledge.errors import MissingInput, RuleAbsent
from knowledge.library import Library

FOLDER = Path(__file__).parents[1] / "cases" / "deadlines"
CALENDAR = WorkingCalendar.load()
TODAY = date(2026, 11, 24)
Case = Mapping[str, Any]
Books = Mapping[str, tuple[DeadlineRule, ...]]


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            found.append(pytest.param(path.stem, case, id=case["id"]))
    return found


@pytest.fixture(scope="module")
def books() -> Books:
    library = Library.load()
    return {each.id: load_deadlines(each.id, library) for each in library.documents}


def calculate(rules: tuple[DeadlineRule, ...], case: Case) -> Calculation:
    kind = case.get("audit_type")
    return deadline(
        case["topic"],
        rules,
        case["facts"],
        case.get("today", TODAY),
        CALENDAR,
        audit_type=AuditType(kind) if kind else None,
        year=case.get("year"),
    )


def as_value(expected: date | list[date]) -> date | tuple[date, ...]:
    return tuple(expected) if isinstance(expected, list) else expected


@pytest.mark.parametrize(("document", "case"), cases())
def test_deadline_is_as_worked_out_by_hand(document: str, case: Case, books: Books) -> None:
    if "absent" in case:
        with pytest.raises(RuleAbsent) as absent:
            calculate(books[document], case)
        assert list(absent.value.clauses) == case["absent"]
    elif "missing" in case:
        with pytest.raises(MissingInput) as missing:
            calculate(books[document], case)
        assert list(missing.value.names) == case["missing"]
    else:
        found = calculate(books[document], case)
        assert found.value == as_value(case["expected"])
        assert found.quotes[0].ref.number == case["clause"]
        for other in case.get("alternatives", []):
            assert as_value(other) in [each.value for each in found.alternatives]
        for words in case.get("warns", []):
            assert any(words in warning for warning in found.warnings), found.warnings
