"""Working days: published years, years added by staff, provisional years."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.calendar_data import read_statutory
from calculators.working_days import WorkingCalendar
from knowledge.errors import UnreadableDocument

CALENDAR = WorkingCalendar.load()
# Worked out for this test, not the real arrangement of 2030.
YEAR_2030 = """
year = 2030
notice = "国务院办公厅关于2030年部分节假日安排的通知"
workdays = [2030-01-26]

[[day_off]]
name = "春节"
first = 2030-02-01
last = 2030-02-08
"""


def test_published_year_has_make_up_workdays_and_bridged_weekdays() -> None:
    assert CALENDAR.is_working_day(date(2026, 2, 14))  # Saturday
    assert CALENDAR.day_off(date(2026, 2, 23)) == "春节"  # Monday
    assert CALENDAR.day_off(date(2026, 3, 7)) == "周末"


def test_year_without_notice_is_provisional() -> None:
    assert CALENDAR.is_published(2026)
    assert not CALENDAR.is_published(2027)
    assert CALENDAR.unpublished_years(date(2028, 1, 3), date(2026, 12, 1)) == (2027, 2028)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 1, 1), "元旦"),
        (date(2027, 2, 5), "春节"),  # 除夕
        (date(2027, 2, 8), "春节"),  # 初三
        (date(2027, 4, 5), "清明节"),
        (date(2027, 5, 2), "劳动节"),
        (date(2027, 6, 9), "端午节"),
        (date(2027, 9, 15), "中秋节"),
        (date(2027, 10, 3), "国庆节"),
        (date(2027, 2, 9), None),
        (date(2027, 10, 4), None),
        (date(2027, 10, 9), "周末"),
    ],
)
def test_provisional_year_has_the_statutory_holidays(day: date, name: str | None) -> None:
    assert CALENDAR.day_off(day) == name


def test_years_beyond_the_lunar_table_keep_the_fixed_holidays() -> None:
    assert CALENDAR.day_off(date(2060, 10, 1)) == "国庆节"
    assert CALENDAR.shift(date(2060, 9, 30), 1) == date(2060, 10, 4)


def test_thirty_working_days_across_the_spring_festival_of_2026() -> None:
    # Jan 21-23: 3, 26-30: 5, Feb 2-6: 5, 9-14 with make-up Saturday: 6, 24-28 with make-up
    # Saturday: 5, Mar 2-6: 5 makes 29, so Monday 9 March is the thirtieth.
    assert CALENDAR.shift(date(2026, 1, 20), 30) == date(2026, 3, 9)


def test_last_working_day_before_the_national_day() -> None:
    assert CALENDAR.last_working_day_before(date(2026, 10, 3)) == date(2026, 9, 30)


def test_year_added_by_staff_replaces_the_provisional_count(tmp_path: Path) -> None:
    (tmp_path / "2030.toml").write_text(YEAR_2030, "utf-8")
    calendar = WorkingCalendar.load(tmp_path)
    assert calendar.is_published(2030)
    assert calendar.is_working_day(date(2030, 1, 26))  # Saturday
    assert calendar.day_off(date(2030, 2, 8)) == "春节"
    assert calendar.is_working_day(date(2030, 5, 1))  # only what the notice says counts
    assert not calendar.is_published(2031)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ('workdays = [2030-01-28]\nyear = 2030\nnotice = ""\nday_off = []', "不是周末"),
        (
            'year = 2030\nnotice = ""\n'
            'day_off = [{ name = "春节", first = 2030-02-08, last = 2030-02-01 }]',
            "末日早于首日",
        ),
        ("year = 2030\nyear = 2031", "2030.toml"),
        ('year = 2030\nnotice = ""\nday_off = []\nholiday = 1', "holiday"),
    ],
)
def test_wrong_year_file_is_refused_by_name(tmp_path: Path, wrong: str, words: str) -> None:
    (tmp_path / "2030.toml").write_text(wrong, "utf-8")
    with pytest.raises(UnreadableDocument, match=words):
        WorkingCalendar.load(tmp_path)


def test_every_year_of_the_lunar_table_has_thirteen_statutory_days_or_an_overlap() -> None:
    statutory = read_statutory()
    thirteen = 13  # 《办法》第二条：1 + 4 + 1 + 2 + 1 + 1 + 3
    short = {year for year in statutory.anchors if len(statutory.in_year(year)) != thirteen}
    # 中秋 falls within 1 to 3 October in these years.
    assert short == {2028, 2031, 2039}


@given(st.dates(date(2024, 1, 1), date(2035, 12, 31)), st.integers(1, 60))
def test_shifting_there_and_back_from_a_working_day_returns(day: date, count: int) -> None:
    start = CALENDAR.shift(day, 1)
    there = CALENDAR.shift(start, count)
    assert CALENDAR.is_working_day(there)
    assert CALENDAR.shift(there, -count) == start
