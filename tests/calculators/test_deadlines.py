"""What holds for every deadline: no day without an answer, no later event with an earlier end."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.audit_types import AuditType
from calculators.deadline_rules import DeadlineRule, Recurrence, load_deadlines
from calculators.deadline_terms import deadline_terms
from calculators.deadlines import deadline
from calculators.working_days import WorkingCalendar
from knowledge.errors import MissingInput, OutOfRange, RuleAbsent
from knowledge.library import Library

CALENDAR = WorkingCalendar.load()
LIBRARY = Library.load()
BOOKS = {each.id: load_deadlines(each.id, LIBRARY) for each in LIBRARY.documents}
TODAY = date(2026, 11, 24)
FIRST, LAST = date(2024, 1, 1), date(2030, 12, 31)
DAYS = st.dates(FIRST, LAST)
# Events that follow from others are left to be derived.
GIVEN = [name for name, trigger in deadline_terms().triggers.items() if trigger.derive is None]
DATED = [
    pytest.param(rules, rule, id=f"{document} {rule.id}")
    for document, rules in BOOKS.items()
    for rule in rules
    if rule.limits
]
SURVEILLED = ["TB-GZ-036", "RLAC-CSSMS", "WAL-QP-21"]  # ZQHX does not say when the first is due
Rules = tuple[DeadlineRule, ...]


def days_of(value: object) -> list[date]:
    days = value if isinstance(value, tuple) else (value,)
    return [day for day in days if isinstance(day, date)]


def swept_days() -> list[date]:
    """Every eleventh day of the seven years and every last day of a month."""
    every = [FIRST + timedelta(days=ahead) for ahead in range((LAST - FIRST).days + 1)]
    return [day for at, day in enumerate(every) if at % 11 == 0 or (day + timedelta(1)).day == 1]


@pytest.mark.parametrize(("rules", "rule"), DATED)
def test_every_rule_has_an_answer_on_every_day(rules: Rules, rule: DeadlineRule) -> None:
    before: list[date] = []
    for day in swept_days():
        found = deadline(rule.id, rules, dict.fromkeys(GIVEN, day), TODAY, CALENDAR)
        days = days_of(found.value)
        assert days
        assert days == sorted(days)
        if rule.recurrence is Recurrence.ONCE and before:
            assert days[0] >= before[0]
            assert days[-1] >= before[0]
        before = days


@pytest.mark.parametrize("document", SURVEILLED)
@given(issued=DAYS)
def test_surveillance_on_the_last_day_each_time_reaches_the_expiry(
    document: str, issued: date
) -> None:
    rules = BOOKS[document]
    facts = {"issue_date": issued, "initial_audit_date": issued}
    end = date(issued.year + 3, 1, 1)
    last = issued
    while last < end:
        due = days_of(deadline("surveillance", rules, facts, TODAY, CALENDAR).value)[0]
        assert last < due
        facts["last_surveillance_date"] = last = due


@given(issued=DAYS, later=st.integers(0, 1200))
def test_next_surveillance_is_never_later_than_twelve_months_after_the_last(
    issued: date, later: int
) -> None:
    last = issued + timedelta(days=later)
    facts = {"issue_date": issued, "last_surveillance_date": last}
    found = deadline("next_surveillance", BOOKS["TB-GZ-036"], facts, TODAY, CALENDAR)
    plain = deadline("next_surveillance", BOOKS["WAL-QP-21"], facts, TODAY, CALENDAR)
    assert days_of(found.value)[0] <= days_of(plain.value)[0]


@pytest.mark.parametrize(("rules", "rule"), DATED)
def test_quotes_stand_in_the_document_and_the_binding_one_comes_first(
    rules: Rules, rule: DeadlineRule
) -> None:
    found = deadline(rule.id, rules, dict.fromkeys(GIVEN, TODAY), TODAY, CALENDAR)
    assert all(LIBRARY.holds(quote) for quote in found.quotes)
    assert len(set(found.quotes)) == len(found.quotes)
    binding = {step.quote for step in found.steps if step.value in days_of(found.value)}
    assert found.quotes[0] in binding


@pytest.mark.parametrize(
    ("today", "passed"),
    [
        (date(2027, 3, 14), False),
        (date(2027, 3, 15), False),
        (date(2027, 3, 16), True),
    ],
)
def test_a_deadline_has_passed_from_the_day_after_it(today: date, passed: bool) -> None:
    facts = {"issue_date": date(2026, 3, 15)}
    found = deadline("first_surveillance", BOOKS["TB-GZ-036"], facts, today, CALENDAR)
    assert any("期限 2027-03-15 已过" in warning for warning in found.warnings) is passed


def test_only_the_binding_day_is_held_against_the_calendar() -> None:
    # The 24 months end on a Saturday, but the interval ends before, on a Wednesday.
    facts = {"issue_date": date(2025, 3, 13), "last_surveillance_date": date(2026, 2, 10)}
    found = deadline("next_surveillance", BOOKS["TB-GZ-036"], facts, TODAY, CALENDAR)
    assert found.value == date(2027, 2, 10)
    assert found.warnings == ()


def test_clause_that_a_day_follows_from_is_quoted_after_the_governing_one() -> None:
    facts = {"issue_date": date(2026, 3, 15)}
    rules = BOOKS["TB-GZ-036"]
    found = deadline("contact_before_surveillance", rules, facts, TODAY, CALENDAR)
    assert [quote.ref.number for quote in found.quotes] == ["6.2.1", "6.1.1 1)"]


def test_facts_used_are_told_by_name() -> None:
    facts = {
        "issue_date": date(2025, 3, 15),
        "last_surveillance_date": date(2026, 2, 10),
        "decision_date": date(2025, 3, 1),
    }
    found = deadline("next_surveillance", BOOKS["RLAC-CSSMS"], facts, TODAY, CALENDAR)
    assert found.inputs == {
        "last_surveillance_date": "2026-02-10",
        "issue_date": "2025-03-15",
    }


def test_surveillance_before_the_issue_is_refused() -> None:
    facts = {"issue_date": date(2026, 3, 15), "last_surveillance_date": date(2025, 5, 1)}
    with pytest.raises(OutOfRange, match="上次监督审核日 2025-05-01 早于证书签发日 2026-03-15"):
        deadline("next_surveillance", BOOKS["TB-GZ-036"], facts, TODAY, CALENDAR)


def test_a_year_without_anniversary_is_refused() -> None:
    facts = {"issue_date": date(2025, 3, 15)}
    with pytest.raises(OutOfRange, match="不在所问的年份"):
        deadline("annual_check", BOOKS["CNITSEC-CLOUD-1"], facts, TODAY, CALENDAR, year=2029)


def test_yearly_deadline_after_the_expiry_shows_the_last_one() -> None:
    facts = {"issue_date": date(2020, 3, 15)}
    found = deadline("annual_check", BOOKS["CNITSEC-CLOUD-1"], facts, TODAY, CALENDAR)
    assert found.value == (date(2023, 2, 13), date(2023, 3, 15))
    assert any("期限 2023-03-15 已过" in warning for warning in found.warnings)


def test_audit_type_without_a_rule_is_absent() -> None:
    with pytest.raises(RuleAbsent, match="严重不符合的验证"):
        deadline(
            "major_nonconformity_verification",
            BOOKS["WAL-QP-21"],
            {},
            TODAY,
            CALENDAR,
            audit_type=AuditType.RECERTIFICATION,
        )


def test_topic_without_a_rule_is_absent_with_its_chinese_name() -> None:
    with pytest.raises(RuleAbsent, match="RLAC-CSSMS 没有规定第二阶段现场审核"):
        deadline("stage_interval", BOOKS["RLAC-CSSMS"], {}, TODAY, CALENDAR)


def test_document_without_a_rulebook_has_no_rule() -> None:
    with pytest.raises(RuleAbsent, match="没有规定证书到期"):
        deadline("certificate_expiry", (), {}, TODAY, CALENDAR)


def test_undated_rule_says_what_stands_there_instead() -> None:
    with pytest.raises(RuleAbsent, match="的天数（只写及时）"):
        deadline("status_reporting", BOOKS["RLAC-CSSMS"], {}, TODAY, CALENDAR)


FACTS_BY_NAME: list[Mapping[str, date]] = [
    {"certificate_issued": date(2026, 3, 15)},
    {"issue_date": date(2026, 3, 15)},
]


@pytest.mark.parametrize("facts", FACTS_BY_NAME)
def test_fact_may_go_by_its_event_or_by_its_asked_name(facts: Mapping[str, date]) -> None:
    found = deadline("first_surveillance", BOOKS["TB-GZ-036"], facts, TODAY, CALENDAR)
    assert found.value == date(2027, 3, 15)


YEARLY = """
document = "RLAC-CSSMS"
[deadline.yearly]
topics = ["annual_check"]
label = "年检"
checked = 2026-11-24
recurrence = "every_year"
[[deadline.yearly.limit]]
trigger = "certificate_issued"
offset = { value = 0, unit = "days" }
clause = "8.2"
quote = "有效期最长为 3年"
"""


def test_yearly_deadline_of_a_document_without_validity_takes_the_next_anniversary(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "RLAC-CSSMS"
    folder.mkdir()
    (folder / "deadlines.toml").write_text(YEARLY, "utf-8")
    rules = load_deadlines("RLAC-CSSMS", LIBRARY, tmp_path)
    facts = {"issue_date": date(2019, 12, 1)}
    found = deadline("annual_check", rules, facts, TODAY, CALENDAR)
    assert found.value == date(2026, 12, 1)


def test_certificate_that_ends_within_a_year_has_no_yearly_deadline() -> None:
    facts = {"issue_date": date(2026, 3, 15), "expiry_date": date(2026, 9, 15)}
    with pytest.raises(OutOfRange, match="证书有效期"):
        deadline("annual_check", BOOKS["CNITSEC-CLOUD-1"], facts, TODAY, CALENDAR)


def test_surveillance_due_cannot_follow_where_nothing_is_known() -> None:
    with pytest.raises(MissingInput) as missing:
        deadline("withdrawal_after_overdue", BOOKS["WAL-QP-21"], {}, TODAY, CALENDAR)
    assert missing.value.names == ("last_surveillance_date",)


DERIVED = """
document = "RLAC-CSSMS"
[deadline.suspension_end]
topics = ["suspension_end"]
label = "暂停期限"
checked = 2026-11-24
why_undated = "没有写"
undated = [{ clause = "7.2.2", quote = "认证证书暂停期" }]
[deadline.withdrawal]
topics = ["withdrawal_after_suspension"]
label = "撤销"
checked = 2026-11-24
[[deadline.withdrawal.limit]]
trigger = "suspension_ends"
offset = { value = 0, unit = "days" }
clause = "7.3.1 (7)"
quote = "暂停认证证书的期限已满"
"""


def test_day_that_follows_from_an_undated_rule_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "RLAC-CSSMS"
    folder.mkdir()
    (folder / "deadlines.toml").write_text(DERIVED, "utf-8")
    rules = load_deadlines("RLAC-CSSMS", LIBRARY, tmp_path)
    facts = {"suspension_start_date": TODAY}
    with pytest.raises(MissingInput) as missing:
        deadline("withdrawal_after_suspension", rules, facts, TODAY, CALENDAR)
    assert missing.value.names == ("suspension_start_date",)
