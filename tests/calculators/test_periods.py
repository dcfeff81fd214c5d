"""Offsets from a day: month ends, leap days, both directions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.periods import Offset, Side, Unit, earliest_start, latest_start
from calculators.working_days import WorkingCalendar
from knowledge.errors import OutOfRange

CALENDAR = WorkingCalendar.load()
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
OFFSETS = st.builds(
    Offset,
    value=st.integers(1, 28),
    unit=st.sampled_from(Unit),
    side=st.just(Side.AFTER),
)


def from_day(day: date, value: int, unit: Unit, side: Side = Side.AFTER) -> date:
    return Offset(value=value, unit=unit, side=side).from_day(day, CALENDAR)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2025, 3, 15), 12, date(2026, 3, 15)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 1, 30), 1, date(2026, 2, 28)),
        (date(2026, 2, 28), 1, date(2026, 3, 28)),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last_of_the_month(
    start: date, months: int, end: date
) -> None:
    assert from_day(start, months, Unit.MONTHS) == end


def test_years_from_a_leap_day_end_on_the_last_of_february() -> None:
    assert from_day(date(2024, 2, 29), 3, Unit.YEARS) == date(2027, 2, 28)


def test_validity_ends_on_the_day_before_where_the_rule_says_so() -> None:
    three_years = Offset(value=3, unit=Unit.YEARS, ends_day_before=True)
    assert three_years.from_day(date(2025, 3, 1), CALENDAR) == date(2028, 2, 29)


def test_months_before_a_day_with_no_corresponding_day_end_on_the_last_of_the_month() -> None:
    assert from_day(date(2026, 5, 31), 3, Unit.MONTHS, Side.BEFORE) == date(2026, 2, 28)


def test_days_do_not_count_the_day_of_the_event() -> None:
    assert from_day(date(2026, 12, 27), 5, Unit.DAYS) == date(2027, 1, 1)


@pytest.mark.parametrize(("hours", "days"), [(24, 1), (36, 2), (48, 2)])
def test_hours_before_a_day_take_the_whole_days_they_touch(hours: int, days: int) -> None:
    day = date(2026, 6, 10)
    assert from_day(day, hours, Unit.HOURS, Side.BEFORE) == day - timedelta(days=days)
    assert from_day(day, hours, Unit.HOURS) == day + timedelta(days=days)


def test_calendar_years_end_on_the_last_of_december() -> None:
    assert from_day(date(2026, 1, 1), 1, Unit.CALENDAR_YEARS) == date(2027, 12, 31)


def test_day_of_next_month_after_the_last_of_january() -> None:
    assert from_day(date(2026, 1, 31), 10, Unit.DAY_OF_NEXT_MONTH) == date(2026, 2, 10)


def test_working_days_count_a_make_up_saturday() -> None:
    # 2026-02-14 (Saturday) is worked for the Spring Festival of 15 to 23 February.
    assert from_day(date(2026, 2, 13), 2, Unit.WORKING_DAYS) == date(2026, 2, 24)


def test_a_missing_corresponding_day_is_reported() -> None:
    six_months = Offset(value=6, unit=Unit.MONTHS)
    assert six_months.lacks_corresponding_day(date(2025, 8, 31))
    assert not six_months.lacks_corresponding_day(date(2025, 8, 28))
    assert not Offset(value=6, unit=Unit.DAYS).lacks_corresponding_day(date(2025, 8, 31))


@pytest.mark.parametrize("unit", Unit)
def test_a_day_beyond_the_calendar_is_out_of_range(unit: Unit) -> None:
    if unit is Unit.DAY_OF_NEXT_MONTH:
        return
    with pytest.raises(OutOfRange, match="超出历法范围"):
        from_day(date.max, 2, unit)


def test_latest_start_before_the_end_of_february_is_the_last_day_that_still_reaches_it() -> None:
    # 30 November + 3 months ends on 28 February, as 28 November + 3 months does.
    assert latest_start(date(2026, 2, 28), Offset(value=3, unit=Unit.MONTHS), CALENDAR) == date(
        2025, 11, 30
    )


@given(day=DAYS, offset=OFFSETS)
def test_a_later_event_never_has_an_earlier_end(day: date, offset: Offset) -> None:
    assert offset.from_day(day, CALENDAR) <= offset.from_day(day + timedelta(days=1), CALENDAR)


@given(target=DAYS, offset=OFFSETS)
def test_latest_and_earliest_start_are_exact_inverses(target: date, offset: Offset) -> None:
    last = latest_start(target, offset, CALENDAR)
    assert offset.from_day(last, CALENDAR) <= target
    assert offset.from_day(last + timedelta(days=1), CALENDAR) > target
    first = earliest_start(target, offset, CALENDAR)
    assert offset.from_day(first, CALENDAR) >= target
    assert offset.from_day(first - timedelta(days=1), CALENDAR) < target


def test_offsets_read_as_the_rule_says_them() -> None:
    words = {
        Unit.HOURS: "24 小时",
        Unit.WORKING_DAYS: "24 个工作日",
        Unit.DAY_OF_NEXT_MONTH: "次月 24 日",
    }
    assert {unit: str(Offset(value=24, unit=unit)) for unit in words} == words
