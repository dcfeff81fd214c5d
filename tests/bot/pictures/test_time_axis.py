"""Days on an axis, and the marks below it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.pictures.time_axis import TimeAxis


def axis(first: date, last: date) -> TimeAxis:
    return TimeAxis(first, last, 100, 500)


def test_days_are_in_proportion_and_outside_days_at_the_ends() -> None:
    year = axis(date(2026, 1, 1), date(2026, 12, 31))

    assert year.x(date(2026, 1, 1)) == 100
    assert year.x(date(2026, 7, 2)) == pytest.approx(300)
    assert year.x(date(2025, 1, 1)) == 100
    assert year.x(date(2030, 1, 1)) == 500


def test_marks_of_a_certificates_life_are_quarters_and_years() -> None:
    marks = [words for _, words in axis(date(2025, 1, 10), date(2027, 2, 10)).marks()]

    assert marks == ["4月", "7月", "10月", "2026", "4月", "7月", "10月", "2027"]


@pytest.mark.parametrize("days", [0, 1, 30, 365, 3650, 36500])
def test_marks_are_never_too_many(days: int) -> None:
    first = date(1990, 6, 15)

    marks = list(axis(first, first + timedelta(days=days)).marks())

    assert len(marks) <= 14
    assert all(first <= day for day, _ in marks)


def test_axis_may_end_with_the_calendar() -> None:
    assert list(axis(date(9990, 1, 1), date.max).marks())
