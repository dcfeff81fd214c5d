"""The result of a calculator: a value with its unit, its inputs, its steps and their clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from knowledge.clause import Quote

Value = Fraction | date | str | tuple["Value", ...]
"""A number, a date, a word (a category, a yes or no), or several of them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the derivation (步骤) and the words of the rule that demand it.

    ``quote`` is None only where no document rules the step (plain arithmetic, our convention).
    """

    text: str
    value: Value
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another defensible reading, with its value and why one might take it."""

    value: Value
    why: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Calculation:
    """A computed answer (计算).

    ``value`` is a window (earliest, latest) or a pair of disagreeing results where it is a tuple.
    ``quotes`` are the governing clauses, the most telling first.
    """

    document: str
    calculator: str
    label: str
    value: Value
    unit: str
    inputs: Mapping[str, str | int | float | None]
    steps: tuple[Step, ...]
    quotes: tuple[Quote, ...]
    warnings: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = field(default=())
