"""One topic over all schemes, with the strictest marked."""

from collections.abc import Mapping
from datetime import date

import pytest

from calculators.deadline_comparison import compare_deadlines
from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.working_days import WorkingCalendar
from knowledge.errors import MissingInput, RuleAbsent
from knowledge.library import Library

CALENDAR = WorkingCalendar.load()
TODAY = date(2026, 11, 24)
Books = Mapping[str, tuple[DeadlineRule, ...]]


@pytest.fixture(scope="module")
def books(library: Library) -> Books:
    return {each.id: load_deadlines(each.id, library) for each in library.documents}


def strictest(topic: str, books: Books) -> set[str]:
    compared = compare_deadlines(topic, books, {}, TODAY, CALENDAR)
    return {each.document for each in compared if each.strictest}


@pytest.mark.parametrize(
    ("topic", "documents"),
    [
        # 12 months are stricter than 15 months and each calendar year.
        ("next_surveillance", {"TB-GZ-036", "ZQHX-ISMS-ITSMS", "WAL-QP-21"}),
        # 5 days from Tuesday end before 5 working days.
        ("suspension_decision", {"TB-GZ-036"}),
        # Ten years are longer than two or three.
        ("record_retention", {"CNITSEC-CLOUD-1"}),
        ("report_submission", {"RLAC-CSSMS", "WAL-QP-21"}),
        # Earliest, latest and a window cannot be compared.
        ("recertification_application", set()),
    ],
)
def test_strictest_schemes(topic: str, documents: set[str], books: Books) -> None:
    assert strictest(topic, books) == documents


def test_every_document_has_a_result_or_what_hinders_it(books: Books) -> None:
    facts = {"last_surveillance_date": date(2026, 2, 10)}
    compared = compare_deadlines("next_surveillance", books, facts, TODAY, CALENDAR)
    values = {each.document: each.calculation and each.calculation.value for each in compared}
    assert values == {
        "TB-GZ-036": date(2027, 2, 10),
        "RLAC-CSSMS": date(2027, 5, 10),
        "CNITSEC-CLOUD-1": None,
        "ZQHX-ISMS-ITSMS": date(2027, 2, 10),
        "WAL-QP-21": date(2027, 2, 10),
    }
    hindered = {each.document: type(each.hindrance) for each in compared if each.hindrance}
    assert hindered == {"CNITSEC-CLOUD-1": RuleAbsent}


def test_missing_fact_hinders_but_the_rule_is_there(books: Books) -> None:
    first, *_ = compare_deadlines("complaint_reply", books, {}, TODAY, CALENDAR)
    assert first.rule
    assert first.calculation is None
    assert isinstance(first.hindrance, MissingInput)


def test_document_without_the_rule_has_none(books: Books) -> None:
    compared = compare_deadlines("stage_interval", books, {}, TODAY, CALENDAR)
    assert [each.document for each in compared if each.rule] == ["TB-GZ-036"]
