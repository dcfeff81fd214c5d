"""The table that gives audit time by the number of people: bands, and what lies beyond the last."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from pydantic import StrictInt

from calculators.derivation import Derivation
from calculators.figures import figure
from calculators.rulebook import Number, Rule
from knowledge.errors import OutOfRange


class Band(Number):
    """One row: from ``first`` to ``last`` people, ``value`` person-days.

    ``printed_first`` is a misprinted first number; the band is read from ``first``.
    """

    first: StrictInt
    last: StrictInt
    printed_first: StrictInt | None = None

    @property
    def key(self) -> str:
        """The row's name among the rules of a rulebook, as printed: 16-25."""
        return self.clause.split()[-1]

    def holds(self, people: int) -> bool:
        """Whether the row is for this many people, as we read it."""
        return self.first <= people <= self.last

    def printed_holds(self, people: int) -> bool:
        """Whether the misprinted row, taken literally, is for this many people."""
        return self.printed_first is not None and self.printed_first <= people <= self.last


def band_of(bands: Sequence[Band], people: int) -> Band | None:
    """The row for this many people, or None beyond the last row; OutOfRange below the first."""
    if people < bands[0].first:
        raise OutOfRange("headcount", people, f"有效人数应为正整数，收到的是 {people}。")
    return next((band for band in bands if band.holds(people)), None)


def table_days(
    bands: Sequence[Band], beyond: Rule, people: int, unit: str, derivation: Derivation
) -> Fraction:
    """The table's person-days for so many people, with its step and its warnings."""
    band = band_of(bands, people)
    if band is None:
        return _days_beyond(bands, beyond, people, unit, derivation)
    derivation.step(
        f"有效人数 {people} 人，在 {band.first}～{band.last} 人一档：{figure(band.value)} {unit}",
        band.value,
        band,
    )
    derivation.lead(band)
    if wrong := misprinted(bands, people):
        derivation.warn(
            f"原表印作 {wrong.printed_first}～{wrong.last} 人一档，与前面的档重叠："
            f"起点应为 {wrong.first}，本计算按 {wrong.first}～{wrong.last} 读。"
        )
        derivation.mention(wrong)
    return band.value


def misprinted(bands: Sequence[Band], people: int) -> Band | None:
    """The misprinted row that, taken literally, holds this many people."""
    return next((band for band in bands if band.printed_holds(people)), None)


def other_table_readings(
    bands: Sequence[Band], beyond: Rule, people: int
) -> list[tuple[Fraction, str, Rule]]:
    """What the table gives when read in another defensible way: days, why, rule."""
    if wrong := misprinted(bands, people):
        return [(wrong.value, f"照误印的 {wrong.printed_first}～{wrong.last} 人一档查表", wrong)]
    last = bands[-1]
    if people <= last.last:
        return []
    even = even_steps(bands, people)
    width = last.last - last.first + 1
    return [(last.value + even, f"外推时每档同宽，都是 {width} 人，上推 {even} 档", beyond)]


def _days_beyond(
    bands: Sequence[Band], beyond: Rule, people: int, unit: str, derivation: Derivation
) -> Fraction:
    last, steps = bands[-1], growing_steps(bands, people)
    value = last.value + steps
    derivation.step(
        f"有效人数 {people} 人，超过最后一档（到 {last.last} 人，{figure(last.value)} {unit}）。"
        f"外推：每档加 1，档界按最后一档的比例 {last.last}/{bands[-2].last} 扩大，"
        f"上推 {steps} 档，得 {figure(value)} {unit}",
        value,
        beyond,
    )
    derivation.lead(beyond)
    derivation.warn(
        f"超过 {last.last} 人的结果是外推的：原文只说照规律，没有给出公式，档宽也没有写明；"
        "确定前请技术部核定。"
    )
    return value


def growing_steps(bands: Sequence[Band], people: int) -> int:
    """How many rows beyond the last, where each row's end grows as the last row's end did."""
    ratio = Fraction(bands[-1].last, bands[-2].last)
    end, steps = bands[-1].last, 0
    while end < people:
        end, steps = floor(end * ratio), steps + 1
    return steps


def even_steps(bands: Sequence[Band], people: int) -> int:
    """How many rows beyond the last, where every row is as wide as the last."""
    last = bands[-1]
    return ceil(Fraction(people - last.last, last.last - last.first + 1))
