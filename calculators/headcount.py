"""Effective personnel (有效人数): everyone in scope, part-time people as full-time equivalents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from calculators.derivation import Derivation
from calculators.figures import figure, percent
from calculators.rulebook import Rule
from knowledge.errors import OutOfRange


@dataclass(frozen=True, slots=True)
class PartTime:
    """So many people who work this share of a full day."""

    people: int
    share: Fraction


def checked_headcount(headcount: int) -> int:
    """The headcount if it is a positive whole number, else OutOfRange."""
    if isinstance(headcount, bool) or not isinstance(headcount, int) or headcount < 1:
        raise OutOfRange("headcount", headcount, f"有效人数应为正整数，收到的是 {headcount}。")
    return headcount


def effective_personnel(
    full_time: int,
    part_time: Sequence[PartTime],
    conversion: Rule | None,
    derivation: Derivation,
) -> int:
    """Full-time people plus part-time people converted, whole and rounded up.

    ``conversion`` is the rule that allows it; without one everybody counts whole.
    """
    everyone = full_time + sum(group.people for group in part_time)
    if not part_time:
        return checked_headcount(full_time)
    if conversion is None:
        derivation.warn("本规则没有兼职人员的换算办法：每人按 1 人计。")
        return checked_headcount(everyone)
    equivalent = full_time + sum((_equivalent(group) for group in part_time), Fraction(0))
    people = checked_headcount(ceil(equivalent))
    groups = " + ".join(f"{group.people} 人 × {percent(group.share)}" for group in part_time)
    derivation.step(
        f"有效人数：全职 {full_time} 人 + {groups} = {figure(equivalent)} 人{_whole(equivalent)}",
        Fraction(people),
        conversion,
    )
    return people


def _whole(equivalent: Fraction) -> str:
    return (
        "" if equivalent == floor(equivalent) else f"，不足 1 人按 1 人计，取 {ceil(equivalent)} 人"
    )


def _equivalent(group: PartTime) -> Fraction:
    if group.people < 0 or not 0 <= group.share <= 1:
        reason = "兼职人员的人数不能为负，折算比例应在 0 到 1 之间。"
        raise OutOfRange("part_time", group.people, reason)
    return group.people * group.share
