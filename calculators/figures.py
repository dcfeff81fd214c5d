"""Exact numbers: how they are rounded, and how they are written in a step."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

HALF = Fraction(1, 2)
"""The half day that audits are planned in; a document's own rounding rule is in its rulebook."""


def nearest_multiple(number: Fraction, unit: Fraction) -> Fraction:
    """The multiple of ``unit`` nearest to the number; a tie goes upwards."""
    return floor(number / unit + HALF) * unit


def multiple_above(number: Fraction, unit: Fraction) -> Fraction:
    """The smallest multiple of ``unit`` that is not below the number."""
    return ceil(number / unit) * unit


def multiple_below(number: Fraction, unit: Fraction) -> Fraction:
    """The largest multiple of ``unit`` that is not above the number."""
    return floor(number / unit) * unit


@lru_cache
def figure(number: Fraction) -> str:
    """The number as a person writes it: 3, 2.5, or 44/15（约 2.93） where no decimal is exact."""
    if number.denominator == 1:
        return str(number.numerator)
    decimal = _plain(format(float(number), ".6f"))
    if Fraction(decimal) == number:
        return decimal
    return f"{number}（约 {_plain(format(float(number), '.2f'))}）"


def percent(share: Fraction) -> str:
    """A share as a percentage: 0.3 is 30%."""
    return _plain(format(float(share), ".4%").removesuffix("%")) + "%"


def _plain(decimal: str) -> str:
    return decimal.rstrip("0").rstrip(".") if "." in decimal else decimal
