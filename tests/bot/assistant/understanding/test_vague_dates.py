from __future__ import annotations

from datetime import date

import pytest

from bot.assistant.understanding.dates import find_dates

TUESDAY = date(2026, 11, 24)


def vague(text: str) -> list[str]:
    found = find_dates(text, TUESDAY)
    return [text[each.start : each.end].strip() for each in found if not each.exact]


@pytest.mark.parametrize(
    "words",
    [
        "10月初",
        "10月中旬",
        "去年3月上旬",
        "2025年3月下旬",
        "上个月",
        "上个月初",
        "下月",
        "月初",
        "上旬",
        "明年年初",
        "年初",
        "去年上半年",
        "今年春天",
        "上周",
        "下个星期",
        "3月",
        "31号",
    ],
)
def test_words_for_a_time_that_is_no_day_are_found_and_not_guessed(words: str) -> None:
    text = f"客户的证书是{words}停的"
    assert vague(text) == [words]
    assert not any(each.exact for each in find_dates(text, TUESDAY))


@pytest.mark.parametrize(
    "words",
    ["农历八月十五", "民国114年3月8日", "民国一一四年三月", "正月初五", "腊月廿三", "冬月十六"],
)
def test_days_of_other_calendars_are_no_days_of_ours(words: str) -> None:
    text = f"证书{words}发的"
    assert vague(text) == [words]
    assert not any(each.exact for each in find_dates(text, TUESDAY))


def test_fifteenth_of_august_is_no_lunar_festival() -> None:
    (found,) = find_dates("八月十五发的证", TUESDAY)
    assert (found.day, found.exact) == (date(2026, 8, 15), True)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3月底", "2026-03-31"),
        ("上个月底", "2026-10-31"),
        ("上月九号", "2026-10-09"),
        ("上周三", "2026-11-18"),
        ("去年年底", "2025-12-31"),
        ("大前天", "2026-11-21"),
    ],
)
def test_days_that_are_said_in_words_stay_days(words: str, day: str) -> None:
    (found,) = find_dates(f"证书{words}停的", TUESDAY)
    assert (str(found.day), found.exact) == (day, True)


@pytest.mark.parametrize(
    "text",
    [
        "每月初次审核",
        "明年初审几天",
        "3月初次监督",
        "每个月上报",
        "提前3个月",
        "每周审几天",
        "下周期",
        "上海的客户",
        "2号楼",
        "5月中风险",
    ],
)
def test_words_that_only_look_vague(text: str) -> None:
    assert vague(text) == []
