"""The cases worked out by hand in ``tests/cases/by_hand``, and that they notice a changed number.

A case names its calculator, inputs, result, governing clause, the rules it reaches, and why.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from calculators.audit_time import TeamTime, counted_audit_time
from calculators.calculation import Calculation, Value
from calculators.checklists import Checklists, checklist
from calculators.classification import (
    ClassificationRequest,
    ClassificationRules,
    classification,
)
from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.eligibility import eligibility
from calculators.eligibility_rules import EligibilityRequest, EligibilityRules
from calculators.fees import FeeRequest, FeeRules, fees
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_rules import PersonDayRules
from calculators.person_days import person_days
from calculators.rulebook import Rulebook, parse_rulebook, rulebook_path, rules_of
from calculators.sampling import SamplingRequest, SamplingRules, sample_size
from calculators.status import StatusRequest, StatusRules, status
from calculators.working_days import WorkingCalendar
from knowledge.errors import ClauseBotError, MissingInput, RuleAbsent, RulebookError
from knowledge.library import Library

FOLDER = Path(__file__).parents[1] / "cases" / "by_hand"
CALENDAR = WorkingCalendar.load()
Case = Mapping[str, Any]


@dataclass(frozen=True)
class ListRequest:
    list_id: str


@dataclass(frozen=True)
class Sort:
    """How cases of one calculator are run."""

    kind: type[Rulebook]
    request: Any
    run: Callable[[Any, Any, Case, Sequence[DeadlineRule]], Calculation]


SORTS = {
    "person_days": Sort(PersonDayRules, PersonDayRequest, lambda b, r, c, d: person_days(b, r)),
    "audit_time": Sort(PersonDayRules, TeamTime, lambda b, r, c, d: counted_audit_time(b, r)),
    "sampling": Sort(SamplingRules, SamplingRequest, lambda b, r, c, d: sample_size(b, r)),
    "fees": Sort(FeeRules, FeeRequest, lambda b, r, c, d: fees(b, r)),
    "classification": Sort(
        ClassificationRules, ClassificationRequest, lambda b, r, c, d: classification(b, r)
    ),
    "checklists": Sort(Checklists, ListRequest, lambda b, r, c, d: checklist(b, r.list_id)),
    "status": Sort(StatusRules, StatusRequest, lambda b, r, c, d: status(b, r, d)),
    "eligibility": Sort(
        EligibilityRules,
        EligibilityRequest,
        lambda b, r, c, d: eligibility(b, r, d, c["today"], CALENDAR),
    ),
}


@cache
def case_files() -> tuple[tuple[str, Case], ...]:
    return tuple(read_case_files())


def read_case_files() -> Iterator[tuple[str, Case]]:
    for path in sorted(FOLDER.glob("*.toml")):
        file = tomllib.loads(path.read_text("utf-8"))
        for case in file["case"]:
            for people in case.get("headcounts", [None]):
                given = dict(case["inputs"]) | ({"headcount": people} if people else {})
                name = f"{case['id']}-{people}" if people else case["id"]
                yield file["calculator"], {**case, "id": name, "inputs": given}


def cases() -> list[Any]:
    return [
        pytest.param(calculator, case, id=f"{calculator}-{case['id']}")
        for calculator, case in case_files()
    ]


@dataclass(frozen=True)
class Loaded:
    """A rulebook and its rules by key."""

    book: Rulebook
    rules: Mapping[str, Any]


def load(kind: type[Rulebook], document: str, data: Mapping[str, Any], library: Library) -> Loaded:
    book = parse_rulebook(kind, document, data, library)
    return Loaded(book, dict(rules_of(book)))


@dataclass(frozen=True)
class World:
    """The rulebooks as data, and what the calculators need beside them."""

    library: Library
    data: Mapping[tuple[type[Rulebook], str], Mapping[str, Any]]
    books: Mapping[tuple[type[Rulebook], str], Loaded]
    deadlines: Mapping[str, Sequence[DeadlineRule]]


@pytest.fixture(scope="module")
def world(library: Library) -> World:
    data, books = {}, {}
    for kind in {sort.kind for sort in SORTS.values()}:
        for document in library.documents:
            path = rulebook_path(kind, document.id)
            if path.exists():
                found = tomllib.loads(path.read_text("utf-8"))
                data[kind, document.id] = found
                books[kind, document.id] = load(kind, document.id, found, library)
    deadlines = {each.id: load_deadlines(each.id, library) for each in library.documents}
    return World(library, data, books, deadlines)


def calculate(calculator: str, case: Case, book: Rulebook, world: World) -> Calculation:
    sort = SORTS[calculator]
    unknown = case["inputs"].keys() - set(sort.request.__dataclass_fields__)
    assert not unknown, f"no such input: {unknown}"
    request = adapter(sort.request).validate_python(case["inputs"])
    return sort.run(book, request, case, world.deadlines[case["document"]])


@cache
def adapter(request: Any) -> TypeAdapter[Any]:
    return TypeAdapter(request)


def exact(expected: object) -> Value:
    if isinstance(expected, list):
        return tuple(exact(each) for each in expected)
    if isinstance(expected, date):
        return expected
    try:
        return Fraction(str(expected))
    except ValueError:
        return str(expected)


def judge(calculator: str, case: Case, loaded: Loaded, world: World) -> None:
    book, rules = loaded.book, loaded.rules
    if "missing" in case:
        with pytest.raises(MissingInput) as missing:
            calculate(calculator, case, book, world)
        assert list(missing.value.names) == case["missing"]
    elif "absent" in case:
        with pytest.raises(RuleAbsent) as absent:
            calculate(calculator, case, book, world)
        assert list(absent.value.clauses) == case["absent"]
        assert {rules[key].clause for key in case.get("rules", [])} <= set(case["absent"])
    else:
        judge_result(calculate(calculator, case, book, world), case, rules)


def judge_result(found: Calculation, case: Case, rules: Mapping[str, Any]) -> None:
    assert found.value == exact(case["expected"])
    assert found.quotes[0].ref.number == case["clause"]
    assert found.unit == case.get("unit", found.unit)
    unused = [key for key in case.get("rules", []) if rules[key].cited not in found.quotes]
    assert not unused
    assert set(case.get("quotes", [])) <= {quote.ref.number for quote in found.quotes}
    others = [each.value for each in found.alternatives]
    assert [each for each in case.get("alternatives", []) if exact(each) not in others] == []
    silent = [
        words
        for words in case.get("warns", [])
        if not any(words in warning for warning in found.warnings)
    ]
    assert not silent, found.warnings
    assert not (case.get("silent") and found.warnings)


@pytest.mark.parametrize(("calculator", "case"), cases())
def test_result_is_as_worked_out_by_hand(calculator: str, case: Case, world: World) -> None:
    judge(calculator, case, world.books[SORTS[calculator].kind, case["document"]], world)


NUMBERS = ("value", "least", "first", "last", "printed_first")


def changed_numbers(table: Any, path: str = "") -> Iterator[tuple[str, Callable[[Any], None]]]:
    """Every number of a rulebook's data, each with what changes it in a copy."""
    pairs = table.items() if isinstance(table, Mapping) else enumerate(table)
    for key, value in pairs:
        here = f"{path}.{key}"
        if isinstance(value, Mapping | list):
            yield from changed_numbers(value, here)
        elif key in NUMBERS:
            yield here, partial(change, here.split(".")[1:])


def change(path: list[str], copy: Any) -> None:
    *way, last = path
    for step in way:
        copy = copy[int(step)] if isinstance(copy, list) else copy[step]
    old = Fraction(copy[last])
    new = old + (1 if old.denominator == 1 else Fraction(1, 4))
    copy[last] = str(new) if isinstance(copy[last], str) else int(new)


def survives(kind: type[Rulebook], document: str, data: Any, world: World) -> bool:
    """Whether every case still passes with this data."""
    try:
        loaded = load(kind, document, data, world.library)
    except RulebookError:
        return False
    for calculator, case in case_files():
        if SORTS[calculator].kind is kind and case["document"] == document:
            try:
                judge(calculator, case, loaded, world)
            except (AssertionError, ClauseBotError, pytest.fail.Exception):
                return False
    return True


def test_any_changed_number_of_a_rulebook_fails_a_case(world: World) -> None:
    unnoticed = []
    for (kind, document), data in world.data.items():
        for path, apply in changed_numbers(data):
            copy = deepcopy(data)
            apply(copy)
            if survives(kind, document, copy, world):
                unnoticed.append(f"{document}/{kind.subject}{path}")
    assert not unnoticed
