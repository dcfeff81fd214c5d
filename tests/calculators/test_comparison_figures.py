"""Person-days and thresholds of all schemes beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from calculators.audit_types import AuditType
from calculators.calculation import Value
from calculators.comparison_figures import compare_person_days, compare_thresholds, thresholds
from calculators.comparison_rows import Comparison
from calculators.eligibility_rules import EligibilityRules, eligibility_rules
from calculators.person_day_request import PersonDayRequest, Reduction
from calculators.person_day_rules import PersonDayRules
from calculators.rulebook import load_rulebook
from knowledge.errors import MissingInput, OutOfRange
from knowledge.library import Library

ALL = ("TB-GZ-036", "RLAC-CSSMS", "CNITSEC-CLOUD-1", "ZQHX-ISMS-ITSMS", "WAL-QP-21")


@pytest.fixture(scope="module")
def person_days(library: Library) -> Mapping[str, PersonDayRules]:
    books = {each: load_rulebook(PersonDayRules, each, library) for each in ALL}
    return {each: book for each, book in books.items() if book}


@pytest.fixture(scope="module")
def eligibility(library: Library) -> Mapping[str, EligibilityRules]:
    return {each: eligibility_rules(each, library) for each in ALL}


def values(found: Comparison) -> dict[str, Value | None]:
    return {row.document: row.calculation.value if row.calculation else None for row in found.rows}


def test_most_person_days_are_the_strictest(person_days: Mapping[str, PersonDayRules]) -> None:
    # 150 人：TB 附录A 8，RLAC 附录B 13
    request = PersonDayRequest(AuditType.INITIAL, 150)
    found = compare_person_days(ALL, person_days, request)
    assert values(found) == {
        "TB-GZ-036": 8,
        "RLAC-CSSMS": 13,
        "CNITSEC-CLOUD-1": None,
        "ZQHX-ISMS-ITSMS": None,
        "WAL-QP-21": None,
    }
    assert found.strictest == ("RLAC-CSSMS",)


def test_document_without_a_table_says_where_it_is(
    person_days: Mapping[str, PersonDayRules],
) -> None:
    found = compare_person_days(ALL, person_days, PersonDayRequest(AuditType.INITIAL, 150))
    clauses = {row.document: row.absent.clauses for row in found.rows if row.absent}
    assert clauses == {
        "CNITSEC-CLOUD-1": (),
        "ZQHX-ISMS-ITSMS": ("4.1.2.5",),
        "WAL-QP-21": ("6.2",),
    }


def test_of_a_range_the_larger_figure_is_compared(
    person_days: Mapping[str, PersonDayRules],
) -> None:
    # 14 × 0.7～0.8 = 9.8～11.2
    reduced = PersonDayRequest(AuditType.INITIAL, 200, reductions=(Reduction("maturity"),))
    found = compare_person_days(("RLAC-CSSMS",), person_days, reduced)
    assert values(found) == {"RLAC-CSSMS": (Fraction("9.8"), Fraction("11.2"))}


@pytest.mark.parametrize("people", [0, -3])
def test_impossible_headcount_is_refused(
    people: int, person_days: Mapping[str, PersonDayRules]
) -> None:
    with pytest.raises(OutOfRange):
        compare_person_days(ALL, person_days, PersonDayRequest(AuditType.INITIAL, people))


def test_missing_headcount_is_asked_for(person_days: Mapping[str, PersonDayRules]) -> None:
    with pytest.raises(MissingInput):
        compare_person_days(ALL, person_days, PersonDayRequest(AuditType.INITIAL))


def test_only_requirements_with_a_number_can_be_compared(
    eligibility: Mapping[str, EligibilityRules],
) -> None:
    known = thresholds(eligibility)
    assert {"cisp", "training_hours", "trainee_auditors"} <= known.keys()
    assert "legal_person" not in known


def test_threshold_of_one_document_stands_alone(
    eligibility: Mapping[str, EligibilityRules],
) -> None:
    found = compare_thresholds("training_hours", ALL, eligibility)
    assert [value for value in values(found).values() if value] == [8]
    assert found.strictest == ()
    assert found.notes == ("只有一家写了数字，没有可比的。",)
    row = next(row for row in found.rows if row.calculation)
    assert row.calculation
    assert row.calculation.steps[0].text == "ISO/IEC 27017 标准培训学时：至少 8 学时"
    assert row.calculation.quotes[0].ref.number == "3.3"


def with_another_value(
    book: EligibilityRules, requirement: str, value: str
) -> dict[str, EligibilityRules]:
    """The same book twice, the second time with another value of one requirement."""
    changed = [
        each.model_copy(update={"value": Fraction(value)}) if each.id == requirement else each
        for each in book.requirements
    ]
    return {"a": book, "b": book.model_copy(update={"requirements": tuple(changed)})}


@pytest.mark.parametrize(
    ("document", "requirement", "value", "strictest"),
    [
        ("CNITSEC-CLOUD-1", "cisp", "6", ("b",)),
        ("CNITSEC-CLOUD-1", "cisp", "3", ("a",)),
        ("TB-GZ-036", "trainee_auditors", "2", ("a",)),
    ],
)
def test_larger_minimum_and_smaller_maximum_are_strictest(
    document: str,
    requirement: str,
    value: str,
    strictest: tuple[str, ...],
    eligibility: Mapping[str, EligibilityRules],
) -> None:
    books = with_another_value(eligibility[document], requirement, value)
    assert compare_thresholds(requirement, ("a", "b"), books).strictest == strictest


def test_equal_thresholds_are_equally_strict(eligibility: Mapping[str, EligibilityRules]) -> None:
    books = with_another_value(eligibility["CNITSEC-CLOUD-1"], "cisp", "4")
    found = compare_thresholds("cisp", ("a", "b"), books)
    assert (found.strictest, found.notes) == ((), ("写了数字的各家一样严。",))
