from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from bot.slack.blocks.values import written
from calculators.calculation import Value


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (Fraction(3), "人天", "3 人天"),
        (Fraction(44, 5), "人天", "8.8 人天"),
        (Fraction(44, 15), "人天", "2.93（44/15） 人天"),
        (Fraction(58000), "元", "58000 元"),
        (Fraction(0), "", "0"),
        (date(2027, 3, 1), "日", "2027-03-01"),
        ("一般", "", "一般"),
        ((date(2027, 1, 1), date(2027, 2, 1)), "日", "2027-01-01 / 2027-02-01"),
    ],
)
def test_value_is_written_exactly(value: Value, unit: str, shown: str) -> None:
    assert written(value, unit) == shown
