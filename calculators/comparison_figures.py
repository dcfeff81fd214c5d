"""Figures side by side: person-days for the same client, thresholds of the same requirement."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.calculation import Calculation
from calculators.comparison_rows import CALCULATOR, Compared, Comparison, by_figure
from calculators.derivation import Derivation
from calculators.eligibility_rules import EligibilityRules, Kind, Requirement
from calculators.figures import figure
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_rules import TOPIC, PersonDayRules
from calculators.person_days import person_days
from knowledge.errors import RuleAbsent

PERSON_DAYS = "person_days"


def compare_person_days(
    documents: tuple[str, ...], books: Mapping[str, PersonDayRules], request: PersonDayRequest
) -> Comparison:
    """The person-days of one client in every document; the most are the strictest.

    MissingInput where the request lacks a fact, OutOfRange where a fact is impossible.
    """
    rows = (_person_days(document, books.get(document), request) for document in documents)
    return by_figure(PERSON_DAYS, TOPIC, rows)


def _person_days(
    document: str, rules: PersonDayRules | None, request: PersonDayRequest
) -> Compared:
    if rules is None:
        return Compared(document, absent=RuleAbsent(document, TOPIC))
    try:
        return Compared(document, person_days(rules, request))
    except RuleAbsent as absent:
        return Compared(document, absent=absent)


def thresholds(books: Mapping[str, EligibilityRules]) -> dict[str, str]:
    """The requirements that state a number, by their ids, with their labels."""
    return {
        each.id: each.label
        for rules in books.values()
        for each in rules.requirements
        if each.value is not None
    }


def compare_thresholds(
    requirement: str, documents: tuple[str, ...], books: Mapping[str, EligibilityRules]
) -> Comparison:
    """The number that each document demands; the largest minimum is the strictest."""
    label = thresholds(books)[requirement]
    found = {document: _stated(requirement, books.get(document)) for document in documents}
    rows = (
        Compared(document, _threshold(document, each))
        if each
        else Compared(document, absent=RuleAbsent(document, label))
        for document, each in found.items()
    )
    minimum = all(each.kind is Kind.AT_LEAST for each in found.values() if each)
    return by_figure(requirement, label, rows, most_is_strictest=minimum)


def _stated(requirement: str, rules: EligibilityRules | None) -> Requirement | None:
    stated = rules.requirements if rules else ()
    return next((r for r in stated if r.id == requirement and r.value is not None), None)


def _threshold(document: str, requirement: Requirement) -> Calculation:
    assert requirement.value is not None
    word = "至少" if requirement.kind is Kind.AT_LEAST else "至多"
    derivation = Derivation()
    text = f"{requirement.label}：{word} {figure(requirement.value)} {requirement.unit}"
    derivation.step(text, requirement.value, requirement)
    return derivation.conclude(
        document,
        CALCULATOR,
        label=requirement.label,
        value=requirement.value,
        unit=requirement.unit,
        inputs={"topic": requirement.id},
    )
