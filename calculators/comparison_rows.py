"""What a comparison consists of: a row for each rule or document, the strictest marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from calculators.calculation import Calculation, Value
from knowledge.errors import RuleAbsent

CALCULATOR = "comparison"
ONLY_ONE = "只有一家写了数字，没有可比的。"
NONE_STATED = "各家都没有写数字。"
ALL_THE_SAME = "写了数字的各家一样严。"


@dataclass(frozen=True, slots=True)
class Compared:
    """What one document demands: a result with its clauses, or the absence of a rule.

    A document with several rules about the topic has a row for each of them.
    """

    document: str
    calculation: Calculation | None = None
    absent: RuleAbsent | None = None
    strictest: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A topic over all documents; ``notes`` are Chinese sentences on how to read the rows."""

    topic: str
    label: str
    rows: tuple[Compared, ...]
    notes: tuple[str, ...] = ()

    @property
    def strictest(self) -> tuple[str, ...]:
        """The documents that demand most, each once; none where that cannot be said."""
        return tuple(dict.fromkeys(row.document for row in self.rows if row.strictest))


def by_figure(
    topic: str, label: str, rows: Iterable[Compared], *, most_is_strictest: bool = True
) -> Comparison:
    """The comparison of rows whose results are figures."""
    listed = tuple(rows)
    figures = [_figure(row.calculation.value) for row in listed if row.calculation]
    if len(set(figures)) <= 1:
        return Comparison(topic, label, listed, (why_none_is_strictest(figures),))
    strict = max(figures) if most_is_strictest else min(figures)
    marked = (
        replace(
            row, strictest=row.calculation is not None and _figure(row.calculation.value) == strict
        )
        for row in listed
    )
    return Comparison(topic, label, tuple(marked))


def why_none_is_strictest(compared: Sequence[object]) -> str:
    """Why no row is marked, where all that could be compared is equal."""
    if not compared:
        return NONE_STATED
    return ONLY_ONE if len(compared) == 1 else ALL_THE_SAME


def _figure(value: Value) -> Fraction:
    """The figure itself, the largest of several."""
    if isinstance(value, tuple):
        return max(_figure(each) for each in value)
    assert isinstance(value, Fraction)
    return value
