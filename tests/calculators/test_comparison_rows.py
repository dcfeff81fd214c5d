"""Which of several figures is the strictest, and what is said where none is."""

from __future__ import annotations

from fractions import Fraction

import pytest

from calculators.calculation import Calculation, Value
from calculators.comparison_rows import ALL_THE_SAME, NONE_STATED, ONLY_ONE, Compared, by_figure
from knowledge.errors import RuleAbsent


def row(document: str, value: Value | None) -> Compared:
    if value is None:
        return Compared(document, absent=RuleAbsent(document, "人数"))
    return Compared(document, Calculation(document, "comparison", "人数", value, "人", {}, (), ()))


ONE, THREE, FIVE = Fraction(1), Fraction(3), Fraction(5)


@pytest.mark.parametrize(
    ("values", "strictest"),
    [
        ((ONE, THREE, None), ("b",)),
        ((THREE, THREE, ONE), ("a", "b")),
        (((ONE, FIVE), THREE, None), ("a",)),
    ],
)
def test_largest_figure_is_strictest(
    values: tuple[Value | None, ...], strictest: tuple[str, ...]
) -> None:
    assert by_figure("people", "人数", map(row, "abc", values)).strictest == strictest


def test_smallest_figure_is_strictest_where_it_is_a_maximum() -> None:
    found = by_figure(
        "people", "人数", map(row, "abc", (ONE, THREE, None)), most_is_strictest=False
    )
    assert found.strictest == ("a",)


@pytest.mark.parametrize(
    ("values", "note"),
    [
        ((None, None), NONE_STATED),
        ((ONE, None), ONLY_ONE),
        ((ONE, ONE), ALL_THE_SAME),
    ],
)
def test_note_says_why_none_is_strictest(values: tuple[Value | None, ...], note: str) -> None:
    found = by_figure("people", "人数", map(row, "ab", values))
    assert (found.strictest, found.notes) == ((), (note,))
