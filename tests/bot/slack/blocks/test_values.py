from __future__ import annotations

from datetime import date
from fractions import Fraction

from bot.slack.blocks.values import with_unit


def test_number_stands_with_its_unit() -> None:
    assert with_unit(Fraction(3), "人天") == "3 人天"


def test_date_needs_no_unit() -> None:
    assert with_unit(date(2027, 3, 1), "日") == "2027-03-01（周一）"


def test_word_without_a_unit_stands_alone() -> None:
    assert with_unit("一般", "") == "一般"
