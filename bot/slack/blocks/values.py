"""How a calculated value is written beside its unit."""

from __future__ import annotations

from bot.assistant.figures import as_words
from calculators.calculation import Value

# A date says itself what it is.
_UNIT_OF_DATES = "日"


def with_unit(value: Value, unit: str) -> str:
    """The value and its unit: 3 人天, 2027-03-01（周一）."""
    return as_words(value) if unit == _UNIT_OF_DATES else f"{as_words(value)} {unit}".strip()
