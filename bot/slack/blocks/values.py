"""How a calculated value is written."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from calculators.calculation import Value


def written(value: Value, unit: str = "") -> str:
    """The value with its unit: 3 人天, 2.67（8/3）人天, 2027-03-01."""
    if isinstance(value, tuple):
        return " / ".join(written(part, unit) for part in value)
    if isinstance(value, Fraction):
        return f"{_number(value)} {unit}".strip()
    return value.isoformat() if isinstance(value, date) else value


def _number(value: Fraction) -> str:
    """Exact where a decimal can be; otherwise two places with the fraction itself beside them."""
    rounded = f"{float(value):.4f}".rstrip("0").rstrip(".")
    if Fraction(rounded) == value:
        return rounded
    return f"{float(value):.2f}（{value.numerator}/{value.denominator}）"
