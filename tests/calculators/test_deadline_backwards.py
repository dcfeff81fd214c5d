"""From the day of the act back to the day of its event."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.audit_types import AuditType
from calculators.deadline_backwards import event_day
from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.deadlines import deadline
from calculators.working_days import WorkingCalendar
from knowledge.errors import MissingInput, RuleAbsent
from knowledge.library import Library

CALENDAR = WorkingCalendar.load()
TODAY = date(2026, 11, 24)
Books = Mapping[str, tuple[DeadlineRule, ...]]


@pytest.fixture(scope="module")
def books(library: Library) -> Books:
    return {each.id: load_deadlines(each.id, library) for each in library.documents}


@pytest.mark.parametrize(
    ("document", "topic", "act", "expected"),
    [
        # 12.2: reported on 26 November, so the audit starts 3 days later at the earliest.
        ("TB-GZ-036", "plan_reporting", date(2026, 11, 26), date(2026, 11, 29)),
        # 9 4.: the last day from which three months reach 28 February (30 November does).
        ("CNITSEC-CLOUD-1", "process_duration", date(2027, 2, 28), date(2026, 11, 30)),
        ("CNITSEC-CLOUD-1", "process_duration", date(2027, 3, 1), date(2026, 12, 1)),
        # 5.1.2 3): applied for on 1 December, so in operation since 1 September at the latest.
        ("TB-GZ-036", "operation_before_application", date(2026, 12, 1), date(2026, 9, 1)),
        # 5.6.1 2): stage 1 ended between 6 months and 5 days before.
        (
            "TB-GZ-036",
            "stage_interval",
            date(2026, 12, 1),
            (date(2026, 6, 1), date(2026, 11, 26)),
        ),
        # 6.1.1 2): both the interval and the calendar year must hold, so the later day binds;
        # 10.3.1 7) ② counts from another event.
        ("TB-GZ-036", "next_surveillance", date(2027, 2, 10), date(2026, 2, 10)),
        # 9.4.4 6) and 12.3 1) disagree: 30 working days from 29 October end on 10 December, and
        # the 10th of the next month is that day from 1 November on.
        (
            "TB-GZ-036",
            "result_reporting",
            date(2026, 12, 10),
            (date(2026, 10, 29), date(2026, 11, 1)),
        ),
        # 4.6.3: 30 working days up to 14 December reach back to 2 November; 31 October and
        # 1 November are a weekend, so 30 October already reaches 11 December only.
        ("RLAC-CSSMS", "report_submission", date(2026, 12, 14), date(2026, 11, 2)),
    ],
)
def test_event_day_of_an_act(
    document: str, topic: str, act: date, expected: date | tuple[date, date], books: Books
) -> None:
    found = event_day(topic, books[document], act, TODAY, CALENDAR)
    assert found.value == expected
    assert found.inputs == {"event_date": act.isoformat()}
    assert found.quotes


def test_provisional_working_days_are_said_to_be(books: Books) -> None:
    found = event_day("report_submission", books["RLAC-CSSMS"], date(2027, 1, 20), TODAY, CALENDAR)
    assert any("2027 年的放假安排尚未公布" in warning for warning in found.warnings)


def test_undated_rule_is_absent(books: Books) -> None:
    with pytest.raises(RuleAbsent) as absent:
        event_day("status_reporting", books["RLAC-CSSMS"], TODAY, TODAY, CALENDAR)
    assert absent.value.clauses == ("7.4", "7.2.3", "7.3.2")


def test_audit_type_decides_between_rules(books: Books) -> None:
    rules = books["TB-GZ-036"]
    topic = "major_nonconformity_verification"
    with pytest.raises(MissingInput):
        event_day(topic, rules, TODAY, TODAY, CALENDAR)
    kind = AuditType.SURVEILLANCE
    found = event_day(topic, rules, date(2027, 2, 28), TODAY, CALENDAR, audit_type=kind)
    # 28 November + 3 months is the first to end on 28 February.
    assert found.value == date(2026, 11, 28)


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_latest_start_of_operation_allows_the_application(books: Books, applied: date) -> None:
    rules = books["TB-GZ-036"]
    topic = "operation_before_application"
    started = event_day(topic, rules, applied, TODAY, CALENDAR).value
    assert isinstance(started, date)
    allowed = deadline(topic, rules, {"event_date": started}, TODAY, CALENDAR).value
    assert isinstance(allowed, date)
    assert allowed <= applied
