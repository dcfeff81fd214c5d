"""How values are written for people and for JSON."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from calculators.calculation import Value

JsonValue = float | str | list["JsonValue"]
_DECIMALS = 4
_WEEKDAYS = "一二三四五六日"


def as_json(value: Value) -> JsonValue:
    """A number, an ISO date, a word, or a list of them."""
    if isinstance(value, Fraction | int | float):
        number = round(float(value), _DECIMALS)
        return int(number) if number == int(number) and isinstance(value, int) else number
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [as_json(each) for each in value]
    return value


def as_words(value: Value) -> str:
    """The value as a person reads it; several are joined by 、, fractions also shown exactly."""
    if isinstance(value, Fraction | int | float):
        return _number(Fraction(value))
    if isinstance(value, date):
        return f"{value.isoformat()}（周{_WEEKDAYS[value.weekday()]}）"
    if isinstance(value, tuple):
        return "、".join(as_words(each) for each in value)
    return value


def _number(number: Fraction) -> str:
    rounded = f"{float(number):.2f}".rstrip("0").rstrip(".")
    exact = Fraction(rounded) == number
    return rounded if exact else f"{rounded}（{number.numerator}/{number.denominator}）"
