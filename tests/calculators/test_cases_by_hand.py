"""The cases worked out by hand in ``tests/cases/by_hand``: result, clause, warnings, rules used."""

import tomllib
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from calculators.calculation import Calculation, Value
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_rules import PersonDayRules
from calculators.person_days import person_days
from calculators.rulebook import Rulebook, load_rulebook, rules_of
from knowledge.errors import MissingInput, RuleAbsent
from knowledge.library import Library

FOLDER = Path(__file__).parents[1] / "cases" / "by_hand"
Case = Mapping[str, Any]

CALCULATORS: dict[str, tuple[type[Rulebook], Callable[..., Calculation], Any]] = {
    "person_days": (PersonDayRules, person_days, PersonDayRequest),
}


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        file = tomllib.loads(path.read_text("utf-8"))
        for case in file["case"]:
            for people in case.get("headcounts", [None]):
                given = dict(case["inputs"]) | ({"headcount": people} if people else {})
                name = f"{case['id']}-{people}" if people else case["id"]
                found.append(pytest.param(file["calculator"], case | {"inputs": given}, id=name))
    return found


def calculate(calculator: str, case: Case, book: Rulebook) -> Calculation:
    _, function, request = CALCULATORS[calculator]
    unknown = case["inputs"].keys() - set(request.__dataclass_fields__)
    assert not unknown, f"no such input: {unknown}"
    return function(book, TypeAdapter(request).validate_python(case["inputs"]))


def exact(expected: object) -> Value:
    if isinstance(expected, list):
        return tuple(exact(each) for each in expected)
    return Fraction(str(expected))


@pytest.fixture(scope="module")
def books(library: Library) -> Mapping[tuple[str, str], Rulebook]:
    return {
        (name, document.id): book
        for name, (kind, _, _) in CALCULATORS.items()
        for document in library.documents
        if (book := load_rulebook(kind, document.id, library))
    }


@pytest.mark.parametrize(("calculator", "case"), cases())
def test_result_is_as_worked_out_by_hand(
    calculator: str, case: Case, books: Mapping[tuple[str, str], Rulebook]
) -> None:
    book = books[calculator, case["document"]]
    rules = dict(rules_of(book))
    if "missing" in case:
        with pytest.raises(MissingInput) as missing:
            calculate(calculator, case, book)
        assert list(missing.value.names) == case["missing"]
    elif "absent" in case:
        with pytest.raises(RuleAbsent) as absent:
            calculate(calculator, case, book)
        assert list(absent.value.clauses) == case["absent"]
        assert {rules[key].clause for key in case.get("rules", [])} <= set(case["absent"])
    else:
        found = calculate(calculator, case, book)
        assert found.value == exact(case["expected"])
        assert found.quotes[0].ref.number == case["clause"]
        assert found.unit == case.get("unit", found.unit)
        used = {(quote.ref.number, quote.text) for quote in found.quotes}
        cited = [rules[key].cited for key in case.get("rules", [])]
        assert {(quote.ref.number, quote.text) for quote in cited} <= used
        assert set(case.get("quotes", [])) <= {number for number, _ in used}
        others = [each.value for each in found.alternatives]
        assert [exact(each) for each in case.get("alternatives", [])] == [
            exact(each) for each in case.get("alternatives", []) if exact(each) in others
        ], others
        for words in case.get("warns", []):
            assert any(words in warning for warning in found.warnings), found.warnings
        assert not (case.get("silent") and found.warnings)
