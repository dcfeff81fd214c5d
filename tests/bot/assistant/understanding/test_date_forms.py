from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.understanding.dates import find_dates

TUESDAY = date(2026, 11, 24)
DIGITS = "〇一二三四五六七八九"


def days(text: str, today: date = TUESDAY) -> list[str]:
    return [str(mention.day) for mention in find_dates(text, today) if mention.exact]


def spoken(number: int) -> str:
    """The Chinese numeral of 1..31: 九, 十, 十九, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (
        DIGITS[ones] if ones else ""
    )


def year_by_digits(year: int) -> str:
    return "".join(DIGITS[int(char)] for char in str(year))


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.dates(date(2020, 1, 1)))
def test_every_date_reads_back_in_every_notation(day: date, today: date) -> None:
    year, month, of_month = day.year, day.month, day.day
    for written in (
        day.isoformat(),
        f"{year}/{month}/{of_month}",
        f"{year}.{month:02}.{of_month:02}",
        f"{year}年{month}月{of_month}日",
        f"{year} 年 {month} 月 {of_month} 号",
        f"{year}年{month:02}月{of_month:02}",
        f"{year % 100:02}年{month}月{of_month}号",
        f"{year_by_digits(year)}年{spoken(month)}月{spoken(of_month)}日",
        f"{year}年{spoken(month)}月{spoken(of_month)}号",
        f"{year}{month:02}{of_month:02}",
    ):
        short_year_before_1980 = f"{year % 100:02}年" in written[:3] and year % 100 >= 80
        if not short_year_before_1980:
            assert days(f"证书{written}签的", today) == [str(day)], written


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("26-3-9", "2026-03-09"),
        ("25.3.9", "2025-03-09"),
        ("25/12/31", "2025-12-31"),
        ("98年7月1号", "1998-07-01"),
        ("二七年三月九号", "2027-03-09"),
        ("2027年三月二十一", "2027-03-21"),
        ("3月9", "2026-03-09"),
        ("3月份9号", "2026-03-09"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_short_notations_are_read(words: str, day: str) -> None:
    assert days(f"证书{words}签的") == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("今天", "2026-11-24"),
        ("今早", "2026-11-24"),
        ("昨晚", "2026-11-23"),
        ("前天", "2026-11-22"),
        ("大前天", "2026-11-21"),
        ("明天", "2026-11-25"),
        ("后天", "2026-11-26"),
        ("大后天", "2026-11-27"),
        ("去年今天", "2025-11-24"),
        ("去年9月9号", "2025-09-09"),
        ("去年的9月9号", "2025-09-09"),
        ("前年2月29号", "2024-02-29"),
        ("大前年5月1号", "2023-05-01"),
        ("后年1月3号", "2028-01-03"),
        ("上个月9号", "2026-10-09"),
        ("上上个月9号", "2026-09-09"),
        ("下月9号", "2026-12-09"),
        ("下下个月9号", "2027-01-09"),
        ("当月9号", "2026-11-09"),
        ("9号", "2026-11-09"),
        ("上周四", "2026-11-19"),
        ("本周四", "2026-11-26"),
        ("这个星期天", "2026-11-29"),
        ("下礼拜一", "2026-11-30"),
        ("下个星期一", "2026-11-30"),
        ("周四", "2026-11-26"),
    ],
)
def test_days_are_counted_from_today(words: str, day: str) -> None:
    assert days(f"腾标{words}停的证") == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2月底", "2026-02-28"),
        ("2月份底", "2026-02-28"),
        ("2028年2月底", "2028-02-29"),
        ("去年6月末", "2025-06-30"),
        ("上个月底", "2026-10-31"),
        ("这个月底", "2026-11-30"),
        ("下月底", "2026-12-31"),
        ("月底", "2026-11-30"),
        ("年底", "2026-12-31"),
        ("今年年底", "2026-12-31"),
        ("明年底", "2027-12-31"),
        ("2028年底", "2028-12-31"),
    ],
)
def test_ends_of_months_and_years_are_days(words: str, day: str) -> None:
    assert days(words) == [day]
    assert days(f"证书{words}前") == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("三天前", "2026-11-21"),
        ("10天前", "2026-11-14"),
        ("两周前", "2026-11-10"),
        ("一个星期前", "2026-11-17"),
        ("两个月前", "2026-09-24"),
        ("半个月前", "2026-11-09"),
        ("一个半月前", "2026-10-09"),
        ("半年前", "2026-05-24"),
        ("两年前", "2024-11-24"),
        ("一年半前", "2025-05-24"),
        ("3天以前", "2026-11-21"),
    ],
)
def test_distances_reach_back_from_today(words: str, day: str) -> None:
    assert days(f"证书{words}签的") == [day]
    assert days(f"{words}，") == [day]


def test_distance_forwards_ends_at_the_end_of_a_shorter_month() -> None:
    assert days("三个月后到期", date(2026, 11, 30)) == ["2027-02-28"]


@pytest.mark.parametrize(
    "text",
    [
        "到期三个月前要申请",
        "提前两个月前",
        "发证12个月后要监督",
        "审核结束30天后",
        "暂停6个月后",
        "3年内",
    ],
)
def test_distance_from_an_event_is_no_date(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("after", ["发的证", "号签的", "停的", "暂停", "到期"])
def test_six_figures_before_what_happened_are_a_day(after: str) -> None:
    assert days(f"腾标250308{after}") == ["2025-03-08"]


@pytest.mark.parametrize("text", ["250308人", "编号250308", "1250308停的", "251308停的"])
def test_other_six_figures_are_none(text: str) -> None:
    assert days(text) == []


def test_slashed_day_is_one_before_a_change_of_status_but_a_clause_number_is_not() -> None:
    assert days("8/3暂停，最晚哪天") == ["2026-08-03"]
    assert days("10.3暂停的条件") == []
