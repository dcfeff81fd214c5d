"""How exact numbers are rounded and written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from calculators.figures import (
    HALF,
    figure,
    multiple_above,
    multiple_below,
    nearest_multiple,
    percent,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("3", "3"),
        ("100", "100"),
        ("2.5", "2.5"),
        ("44/15", "44/15（约 2.93）"),
        ("5.60", "5.6"),
        ("10700/8500", "107/85（约 1.26）"),
    ],
)
def test_figure_is_a_decimal_where_one_is_exact(number: str, words: str) -> None:
    assert figure(Fraction(number)) == words


@pytest.mark.parametrize(("share", "words"), [("0.3", "30%"), ("1", "100%"), ("1/3", "33.3333%")])
def test_percent_drops_empty_places(share: str, words: str) -> None:
    assert percent(Fraction(share)) == words


@pytest.mark.parametrize(
    ("number", "nearest"),
    [("2.25", "2.5"), ("2.75", "3"), ("2.24", "2"), ("2.93", "3"), ("2", "2")],
)
def test_nearest_half_goes_upwards_on_a_tie(number: str, nearest: str) -> None:
    assert nearest_multiple(Fraction(number), HALF) == Fraction(nearest)


@given(some.fractions(0, 1000))
def test_number_lies_between_the_halves_below_and_above(number: Fraction) -> None:
    below, above = multiple_below(number, HALF), multiple_above(number, HALF)
    assert below <= number <= above
    assert above - below in (0, HALF)
