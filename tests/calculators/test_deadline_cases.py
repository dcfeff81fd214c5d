"""The deadlines worked out by hand in ``tests/cases/deadlines``, one file per document."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators.audit_types import AuditType
from calculators.calculation import Calculation
from calculators.deadline_rules import DeadlineRule, Limit, load_deadlines
from calculators.deadlines import deadline
from calculators.periods import Offset
from calculators.working_days import WorkingCalendar
from knowledge.errors import MissingInput, OutOfRange, RuleAbsent
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
def books(library: Library) -> Books:
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
        if "alternatives" in case:
            others = [each.value for each in found.alternatives]
            assert sorted(others) == sorted(map(as_value, case["alternatives"]))
        for words in case.get("steps", []):
            assert any(words in step.text for step in found.steps), found.steps
        for words in case.get("warns", []):
            assert any(words in warning for warning in found.warnings), found.warnings


def test_every_rule_is_reached_by_a_case(books: Books) -> None:
    for document, rules in books.items():
        told = [case for path, case in plain_cases() if path == document]
        reached = {rule.id for case in told for rule in reached_rules(case, rules)}
        assert reached == {rule.id for rule in rules}


def plain_cases() -> list[tuple[str, Case]]:
    return [(each.values[0], each.values[1]) for each in cases()]


def reached_rules(case: Case, rules: tuple[DeadlineRule, ...]) -> list[DeadlineRule]:
    """The rules without any of which the case would come out differently."""
    about = [rule for rule in rules if rule.id == case["topic"] or case["topic"] in rule.topics]
    about = about or list(rules)
    return [each for each in about if not holds(without(each, rules), case)]


def without(left_out: DeadlineRule, rules: tuple[DeadlineRule, ...]) -> tuple[DeadlineRule, ...]:
    return tuple(each for each in rules if each is not left_out)


def holds(rules: tuple[DeadlineRule, ...], case: Case) -> bool:
    try:
        found = calculate(rules, case)
    except RuleAbsent as absent:
        return list(absent.clauses) == case.get("absent")
    except MissingInput as missing:
        return list(missing.names) == case.get("missing")
    except OutOfRange:
        return False
    if "expected" not in case or found.value != as_value(case["expected"]):
        return False
    others = sorted(each.value for each in found.alternatives)
    if "alternatives" in case and others != sorted(map(as_value, case["alternatives"])):
        return False
    told = [step.text for step in found.steps]
    return all(any(words in text for text in told) for words in case.get("steps", []))


def test_changing_any_number_of_a_rulebook_makes_a_case_fail(books: Books) -> None:
    unnoticed = []
    for document, rules in books.items():
        told = [case for path, case in plain_cases() if path == document]
        for place, changed in changed_numbers(rules):
            if all(holds(changed, case) for case in told):
                unnoticed.append((document, place))
    assert unnoticed == []


def changed_numbers(
    rules: tuple[DeadlineRule, ...],
) -> Iterator[tuple[str, tuple[DeadlineRule, ...]]]:
    """The rules with each number one more, and one less where it can be, one at a time."""
    for at, rule in enumerate(rules):
        for where, limit in enumerate(rule.limits):
            for step in (1, -1):
                for changed in changed_limits(limit, step):
                    limits = (*rule.limits[:where], changed, *rule.limits[where + 1 :])
                    other = rule.model_copy(update={"limits": limits})
                    yield f"{rule.id}.{where} {step}", (*rules[:at], other, *rules[at + 1 :])


def changed_limits(limit: Limit, step: int) -> Iterator[Limit]:
    if limit.offset.value + step >= 0:
        yield limit.model_copy(update={"offset": changed_offset(limit.offset, step)})
    for at, reading in enumerate(limit.readings):
        other = reading.model_copy(update={"offset": changed_offset(reading.offset, step)})
        readings = (*limit.readings[:at], other, *limit.readings[at + 1 :])
        yield limit.model_copy(update={"readings": readings})


def changed_offset(offset: Offset, step: int) -> Offset:
    return offset.model_copy(update={"value": offset.value + step})
