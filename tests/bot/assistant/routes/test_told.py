"""How much, and how long ago, the words say."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.routes.told import Told, told_number, told_time

TODAY = date(2026, 11, 24)
CISP = ("CISP", "注册信息安全专业人员")
TRAINING = ("培训", "听课")


def exactly(number: int | str) -> Told:
    return Told(Fraction(number), Fraction(number))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("3个CISP够不够", 3),
        ("CISP 3个行不行", 3),
        ("cisp只有三名", 3),
        ("我们有5名专职CISP", 5),
        ("持证的CISP一共4人", 4),
        ("10个人的公司有3个CISP够吗", 3),
        ("0个CISP行吗", 0),
    ],
)
def test_number_close_beside_the_thing_is_told_of_it(words: str, number: int) -> None:
    assert told_number(words, CISP, "名") == exactly(number)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("培训6学时行不行", "6"),
        ("只上了7.5个小时的27017培训", "7.5"),
        ("iso 27017 培训上了8课时", "8"),
        ("听课4个钟头够吗", "4"),
    ],
)
def test_number_is_taken_with_its_unit(words: str, number: str) -> None:
    assert told_number(words, TRAINING, "学时") == exactly(number)


@pytest.mark.parametrize(
    "words",
    [
        "CISP够不够",  # no number
        "四个CISP有一个在别的公司",  # two numbers
        "CISP差一个",  # what is lacking
        "公司120人，CISP都有",  # a number of something else
        "30%的CISP",  # a share
        "CISP三样信息",  # another unit
        "三五个CISP",  # about so many
    ],
)
def test_no_number_is_told_where_the_words_are_not_clear(words: str) -> None:
    assert told_number(words, CISP, "名") is None


def test_number_without_its_unit_is_not_told() -> None:
    assert told_number("培训6次", TRAINING, "学时") is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("不到4个CISP", Told(Fraction(0), Fraction(3))),
        ("培训不足8学时", Told(Fraction(0), Fraction(7))),
    ],
)
def test_less_than_a_number_ends_below_it(words: str, told: Told) -> None:
    unit = "学时" if "学时" in words else "名"
    assert told_number(words, (*CISP, *TRAINING), unit) == told


@pytest.mark.parametrize("words", ["超过4个CISP", "4个以上的CISP", "CISP有4个多"])
def test_more_than_a_number_begins_with_it(words: str) -> None:
    told = told_number(words, (*CISP, "以上的CISP"), "名")
    assert told
    assert told.least == 4
    assert told.most > 1000


def test_unit_that_is_not_a_common_one_is_taken_as_it_is_written() -> None:
    assert told_number("审2个班次", ("审",), "个班次") == exactly(2)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("运行2个月了", date(2026, 9, 24)),
        ("运行3月", date(2026, 8, 24)),
        ("停了半年", date(2026, 5, 24)),
        ("一年半", date(2025, 5, 24)),
        ("过了2年", date(2024, 11, 24)),
        ("满10天", date(2026, 11, 14)),
        ("跑了3周", date(2026, 11, 3)),
    ],
)
def test_length_of_time_is_counted_back_from_today(words: str, day: date) -> None:
    since = told_time(words, TODAY)
    assert since
    assert (since.latest, since.earliest) == (day, day)


@pytest.mark.parametrize(
    ("words", "latest", "earliest"),
    [
        ("两个半月", date(2026, 9, 24), date(2026, 8, 25)),
        ("半个月", date(2026, 11, 24), date(2026, 10, 25)),
        ("不到3个月", TODAY, date(2026, 8, 25)),
        ("快一年了", TODAY, date(2025, 11, 25)),
    ],
)
def test_unclear_length_of_time_has_two_ends(words: str, latest: date, earliest: date) -> None:
    since = told_time(words, TODAY)
    assert since
    assert (since.latest, since.earliest) == (latest, earliest)


@pytest.mark.parametrize("words", ["3个多月", "超过3个月", "3个月以上", "三个月出头"])
def test_more_than_a_time_begins_with_it(words: str) -> None:
    since = told_time(words, TODAY)
    assert since
    assert since.latest == date(2026, 8, 24)
    assert since.earliest < date(1950, 1, 1)


@pytest.mark.parametrize(
    "words",
    [
        "运行了很久",
        "运行2个月，3个月后申请，要1年",
        "3个月后申请",
        "1年内",
        "2年费",
        "两三个月",
    ],
)
def test_no_time_is_told_where_the_words_are_not_clear(words: str) -> None:
    assert told_time(words, TODAY) is None


@given(st.integers(0, 400), st.sampled_from(["个月", "年", "天"]))
def test_exact_time_is_one_day_not_after_today(number: int, unit: str) -> None:
    since = told_time(f"运行{number}{unit}了", TODAY)
    assert since
    assert since.latest == since.earliest <= TODAY


@given(st.text())
def test_any_text_is_read_without_failing(words: str) -> None:
    told_number(words, CISP, "名")
    told_time(words, TODAY)
