from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.understanding.numerals import find_numbers
from bot.assistant.understanding.rough_counts import Count, is_range, read_count


def last_count(text: str) -> Count:
    numbers = find_numbers(text)
    return read_count(text, numbers[-1], numbers[-2] if len(numbers) > 1 else None)


@pytest.mark.parametrize("text", ["120人", "一百二十人", "最多200人", "150人以上", "附近200人"])
def test_plain_number_and_bound_are_exact(text: str) -> None:
    assert last_count(text).is_exact


@pytest.mark.parametrize(
    ("text", "value", "least", "most"),
    [
        ("三百多人", 300, 300, 399),
        ("100多人", 100, 100, 199),
        ("1200余人", 1200, 1200, 1299),
        ("三十几个人", 30, 30, 39),
        ("100人多", 100, 100, 199),
        ("一百来人", 100, 90, 110),
        ("100把人", 100, 90, 110),
        ("200人左右", 200, 180, 220),
        ("大概有120人", 120, 108, 132),
        ("约120人", 120, 108, 132),
        ("近两百人", 200, 180, 200),
        ("将近200号人", 200, 180, 200),
        ("快200人了", 200, 180, 200),
        ("40人出头", 40, 40, 44),
        ("不到100人", 99, 90, 99),
        ("100人不到", 99, 90, 99),
        ("少于100人", 99, 90, 99),
        ("超过100人", 101, 101, 199),
        ("七八十人", 80, 70, 80),
        ("一百二三十人", 130, 120, 130),
        ("三五百人", 500, 300, 500),
    ],
)
def test_words_beside_a_number_say_what_else_may_be_meant(
    text: str, value: int, least: int, most: int
) -> None:
    count = last_count(text)
    assert (count.value, count.least, count.most) == (value, least, most)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("100到200人", 100, 200),
        ("100-200人", 100, 200),
        ("100~200人", 100, 200),
        ("一百至两百人", 100, 200),
        ("一到两百人", 100, 200),
        ("5到10人", 5, 10),
        ("100人到200人", 100, 200),
    ],
)
def test_of_two_ends_the_upper_one_counts(text: str, least: int, most: int) -> None:
    assert last_count(text) == Count(most, least, most, text.removesuffix("人"))


@pytest.mark.parametrize("text", ["从100人到200人", "200到100人", "100人和200人", "三成到200人"])
def test_change_list_and_share_are_no_range(text: str) -> None:
    left, right = find_numbers(text)
    assert not is_range(text, left, right)
    assert last_count(text).is_exact


@pytest.mark.parametrize(("text", "words"), [("有不到100人", "不到100"), ("有三百多人", "三百多")])
def test_words_are_kept_for_saying_what_was_read(text: str, words: str) -> None:
    assert last_count(text).words == words


def test_rough_count_stays_rough_in_sums_and_products() -> None:
    rough, exact = Count(80, 80, 89, "八十多"), Count(20, 20, 20)
    assert rough.plus(exact) == Count(100, 100, 109, "八十多")
    assert not rough.is_exact
    assert rough.times(3) == Count(240, 240, 267, "八十多")
    assert rough.plus(exact.times(-1)) == Count(60, 60, 69, "八十多")
    assert exact.plus(exact).is_exact


@given(
    st.sampled_from(["不到{}人", "超过{}人", "近{}人", "大概{}人", "{}多人", "{}人左右", "{}出头"]),
    st.integers(1, 20_000),
)
def test_number_computed_with_is_among_those_that_may_be_meant(form: str, number: int) -> None:
    count = last_count(form.format(number))
    assert count.least <= count.value <= count.most
