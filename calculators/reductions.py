"""Reducing audit time: which reasons a document names, how much each allows, and the limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

from calculators.derivation import Derivation
from calculators.figures import figure, percent
from calculators.person_day_request import Reduction
from calculators.person_day_rules import PersonDayRules, Reducible
from calculators.rulebook import Number
from knowledge.errors import OutOfRange

COMBINED = "combined"
"""The name of the reduction for combined audits."""


@dataclass(frozen=True, slots=True)
class Share:
    """One reduction as it is applied: by which share."""

    label: str
    share: Fraction
    rule: Number


def shares_of(
    rules: PersonDayRules, reductions: Sequence[Reduction], derivation: Derivation
) -> list[Share]:
    """The shares that the reductions stand for; a share beyond what its rule allows is cut."""
    limit = rules.reduction_limit
    if not reductions:
        return []
    if limit is None:
        raise rules.absent("审核时间的减少")
    return [
        _share(rules.reductions.get(reduction.name or ""), limit, reduction, derivation)
        for reduction in reductions
    ]


def with_least_shares(
    rules: PersonDayRules, reductions: Sequence[Reduction]
) -> tuple[Reduction, ...]:
    """The reductions with the least share where a rule gives a range and none is asked for."""
    return tuple(
        replace(reduction, share=least) if (least := _least(rules, reduction)) else reduction
        for reduction in reductions
    )


def _least(rules: PersonDayRules, reduction: Reduction) -> Fraction | None:
    named = rules.reductions.get(reduction.name or "")
    return named.least if named and reduction.share is None else None


def _share(
    named: Reducible | None, limit: Number, reduction: Reduction, derivation: Derivation
) -> Share:
    rule = named or limit
    label = named.label if named else "减少审核时间"
    least = named.least if named else None
    if reduction.share is None:
        return Share(label, rule.value, rule)
    asked = _checked(reduction.share)
    if asked > rule.value:
        derivation.warn(
            f"{label}：要求减 {percent(asked)}，超过允许的 {percent(rule.value)}，"
            f"按 {percent(rule.value)} 计算。"
        )
    if least is not None and asked < least:
        derivation.warn(f"{label}：原文写可减 {percent(least)} 到 {percent(rule.value)}。")
    return Share(label, min(asked, rule.value), rule)


def _checked(share: Fraction) -> Fraction:
    if not 0 <= share < 1:
        raise OutOfRange("reduction", float(share), "减少的比例应在 0 到 100% 之间。")
    return share


def reduced_days(
    days: Fraction,
    prescribed: Fraction,
    shares: Sequence[Share],
    limit: Number,
    derivation: Derivation,
) -> Fraction:
    """The days less the shares together, never below what the limit leaves of the prescribed."""
    for share in shares:
        derivation.step(f"{share.label}：减 {percent(share.share)}", share.share, share.rule)
    together = sum((share.share for share in shares), Fraction(0))
    counted = min(together, limit.value)
    least_days = prescribed * (1 - limit.value)
    reduced = max(days * (1 - counted), least_days)
    derivation.step(
        f"{figure(days)} 减 {percent(counted)}，得 {figure(reduced)}"
        f"（不低于规定时间的 {percent(1 - limit.value)}，即 {figure(least_days)}）",
        reduced,
        limit,
    )
    _say_how_they_stack(days, shares, together, limit, derivation)
    return reduced


def _say_how_they_stack(
    days: Fraction,
    shares: Sequence[Share],
    together: Fraction,
    limit: Number,
    derivation: Derivation,
) -> None:
    if len(shares) > 1:
        derivation.warn(
            f"原文没有写几项减少怎样叠加：我们的读法是各项相加，合计不超过 {percent(limit.value)}。"
        )
        kept = prod((1 - share.share for share in shares), start=Fraction(1))
        derivation.offer(days * kept, "各项依次相乘、不设合计上限的读法", limit)
    if together > limit.value:
        derivation.warn(
            f"各项合计减 {percent(together)}，超过上限，按 {percent(limit.value)} 计算。"
        )
