"""How values are written for people and for JSON."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from bot.assistant.figures import JsonValue, as_json, as_words
from calculators.calculation import Value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(3), 3.0),
        (Fraction(5, 2), 2.5),
        (Fraction(44, 15), 2.9333),
        (date(2027, 2, 28), "2027-02-28"),
        ("撤销", "撤销"),
        ((date(2026, 1, 1), Fraction(1, 2)), ["2026-01-01", 0.5]),
        ((), []),
    ],
)
def test_value_in_json(value: Value, written: JsonValue) -> None:
    assert as_json(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(3), "3"),
        (Fraction(5, 2), "2.5"),
        (Fraction(5, 4), "1.25"),
        (Fraction(44, 15), "2.93（44/15）"),
        (Fraction(12000), "12000"),
        (date(2026, 11, 22), "2026-11-22（周日）"),
        (date(2026, 11, 23), "2026-11-23（周一）"),
        ("不符合", "不符合"),
        ((Fraction(7), Fraction(15, 2)), "7、7.5"),
    ],
)
def test_value_in_words(value: Value, written: str) -> None:
    assert as_words(value) == written
