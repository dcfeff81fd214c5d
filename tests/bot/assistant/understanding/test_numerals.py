from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.understanding.numerals import chinese_integer, find_numbers

DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """The Chinese numeral of 1..99999, as it is taught in school."""
    if number >= 10_000:
        rest = number % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return numeral(number // 10_000) + "万" + gap + (numeral(rest) if rest else "")
    for value, unit in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= value:
            rest = number % value
            gap = "零" if 0 < rest < value // 10 else ""
            return DIGITS[number // value] + unit + gap + (numeral(rest) if rest else "")
    return DIGITS[number]


def values(text: str) -> list[str]:
    return [str(number.value) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("十", 10),
        ("十七", 17),
        ("四十", 40),
        ("一百零六", 106),
        ("一百六", 160),
        ("一百一", 110),
        ("一百十二", 112),
        ("一百一十二", 112),
        ("两百", 200),
        ("三千零八", 3008),
        ("三千零八十", 3080),
        ("三千八", 3800),
        ("四千二百五", 4250),
        ("一万零七百", 10_700),
        ("两万五", 25_000),
        ("两万零五", 20_005),
        ("十万", 100_000),
        ("一百二十万", 1_200_000),
        ("一亿三千万", 130_000_000),
        ("一万亿", 1_000_000_000_000),
        ("万", 10_000),
        ("二五", 25),
        ("二〇二七", 2027),
        ("二零二七", 2027),
        ("二○二七", 2027),
    ],
)
def test_chinese_integer_is_read_as_spoken(words: str, number: int) -> None:
    assert chinese_integer(words) == number


@given(st.integers(1, 99_999))
def test_every_number_written_in_chinese_reads_back(number: int) -> None:
    words = numeral(number)
    assert chinese_integer(words) == number
    assert values(f"共{words}人") == [str(number)]


@given(st.integers(10, 19))
def test_ten_to_nineteen_may_begin_without_one(number: int) -> None:
    assert chinese_integer(numeral(number).removeprefix("一")) == number


@given(st.sampled_from((100, 1000, 10_000)), st.integers(1, 9), st.integers(1, 9))
def test_last_unit_may_be_left_out(unit: int, first: int, second: int) -> None:
    number = first * unit + second * unit // 10
    words = numeral(number)
    assert chinese_integer(words.rstrip("百千十")) == number


@given(st.integers(0, 10**9))
def test_every_number_in_figures_reads_back(number: int) -> None:
    assert values(f"共{number}人") == [str(number)]
    assert values(f"共{number:,}人") == [str(number)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("86个人", ["86"]),
        ("1.5个人天", ["3/2"]),
        ("三点五个人天", ["7/2"]),
        ("二点二五个人天", ["9/4"]),
        ("1.2万人", ["12000"]),
        ("3千人", ["3000"]),
        ("3万5", ["35000"]),
        ("3万5千", ["35000"]),
        ("1万零500", ["10500"]),
        ("2千3", ["2300"]),
        ("40、60和一百八", ["40", "60", "180"]),
        ("两个半人天", ["5/2"]),
        ("7个半小时", ["15/2"]),
        ("两个半天", ["2"]),
        ("零个", ["0"]),
    ],
)
def test_numbers_are_found_in_any_notation(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("减30%", "3/10"),
        ("减百分之三十", "3/10"),
        ("百分之12.5", "1/8"),
        ("百分之十二点五", "1/8"),
        ("百分之百", "1"),
        ("减三成", "3/10"),
        ("减2成", "1/5"),
        ("减两成半", "1/4"),
        ("减三成五", "7/20"),
        ("初审的1/3", "1/3"),
        ("初审的三分之二", "2/3"),
        ("3分之1", "1/3"),
        ("十分之一", "1/10"),
        ("千分之五", "1/200"),
        ("砍一半", "1/2"),
    ],
)
def test_shares_are_told_from_counts(text: str, share: str) -> None:
    (number,) = find_numbers(text)
    assert (str(number.value), number.is_share) == (share, True)


@pytest.mark.parametrize("words", ["120", "1.2万", "三千八", "两个半", "三成半", "2 / 3", "一半"])
def test_number_reaches_from_its_first_to_its_last_character(words: str) -> None:
    text = f"约{words}人天"
    (number,) = find_numbers(text)
    assert text[number.start : number.end] == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两千多人", 2000),
        ("百来个人", 100),
        ("三十几个", 30),
        ("50余人", 50),
        ("60左右", 60),
        ("四十出头", 40),
        ("七八个人", 8),
        ("三五个人", 5),
        ("两三百人", 300),
        ("十七八个", 18),
        ("一百二三十人", 130),
    ],
)
def test_rough_numbers_are_marked_and_the_larger_of_two_is_taken(text: str, value: int) -> None:
    (number,) = find_numbers(text)
    assert (number.value, number.approximate) == (Fraction(value), True)


@pytest.mark.parametrize(
    "text",
    [
        "场所都一样",
        "跟质量体系一起审",
        "同一家",
        "统一安排",
        "万一没赶上",
        "千万别忘了",
        "第一次监督",
        "一阶段和二阶段",
        "一般不符合",
        "一下",
        "三方协议",
        "二级资质",
        "十分着急",
        "百分之几",
        "周五",
        "五一前后",
        "十一期间",
        "各干各的，五花八门",
        "几十个人",
        "好几百人",
        "上百人",
        "有数千人",
        "百度",
    ],
)
def test_idioms_and_vague_words_are_no_numbers(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加上一百人", ["100"]),
        ("加上百来人", ["100"]),
        ("人数十二", ["12"]),
        ("十分钟", ["10"]),
        ("一千万元", ["10000000"]),
        ("3成员", ["3"]),
        ("1/0", ["1", "0"]),
        ("2026/3/8", ["2026", "3", "8"]),
        ("百分之1.2.3", ["3/250", "3"]),
        ("周一百人", ["100"]),
    ],
)
def test_words_that_only_look_like_idioms_or_shares(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@given(
    st.text(alphabet=st.sampled_from("零〇一两三十百千万亿几分之成半点个0129.,/%％月人 第上周期"))
)
def test_numbers_stand_in_order_within_any_text(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end


@given(st.text())
def test_arbitrary_text_never_raises(text: str) -> None:
    assert all(number.value >= 0 for number in find_numbers(text))
