"""The time of an initial audit before rounding: people, table, risk, reductions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from calculators.audit_time_table import table_days
from calculators.audit_types import RiskLevel
from calculators.derivation import Derivation
from calculators.figures import figure, percent
from calculators.headcount import effective_personnel
from calculators.person_day_request import PersonDayRequest, Reduction
from calculators.person_day_rules import PersonDayRules
from calculators.reductions import COMBINED, reduced_days, shares_of
from calculators.rulebook import Rule, Source
from knowledge.errors import MissingInput, OutOfRange


@dataclass(frozen=True, slots=True)
class Time:
    """Person-days before rounding, and the minimum below which rounding may not take them."""

    days: Fraction
    floor: Fraction
    floor_rule: Source | None = None


def initial_time(rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation) -> Time:
    """The time of the initial audit that this request is for, or that its audit refers to."""
    if request.initial_days is not None:
        days = positive("initial_days", request.initial_days)
        derivation.step(f"已知初次认证审核 {figure(days)} {rules.unit}", days)
        return Time(days, Fraction(0))
    if rules.beyond is None:
        raise rules.absent("审核人日的计算表")
    table = _table(rules, rules.beyond, request, derivation)
    return _reduced(
        rules, request, table, _at_risk(rules, request.risk, table, derivation), derivation
    )


def positive(name: str, number: Fraction) -> Fraction:
    """The number if it is above zero, else OutOfRange."""
    if number <= 0:
        raise OutOfRange(name, float(number), f"应大于 0，收到的是 {figure(number)}。")
    return number


def _table(
    rules: PersonDayRules, beyond: Rule, request: PersonDayRequest, derivation: Derivation
) -> Fraction:
    if request.table_days is None:
        people = effective_people(rules, request, derivation)
        return table_days(rules.bands, beyond, people, rules.unit, derivation)
    table = positive("table_days", request.table_days)
    derivation.step(f"已知表值 {figure(table)} {rules.unit}", table)
    return table


def effective_people(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> int:
    """The number of people to look up; MissingInput where it is unknown."""
    if not request.part_time and request.headcount is None:
        raise MissingInput(["headcount"])
    return effective_personnel(
        request.headcount or 0, request.part_time, rules.part_time, derivation
    )


def _at_risk(
    rules: PersonDayRules, risk: RiskLevel | None, table: Fraction, derivation: Derivation
) -> Time:
    if not rules.risk:
        if risk is not None:
            derivation.warn("本规则没有按风险等级增减审核时间的规定，风险等级不参与计算。")
        return Time(table, Fraction(0))
    level = risk or RiskLevel.MEDIUM
    rule = rules.risk[level]
    days = table * (1 + rule.value)
    if risk is None:
        derivation.warn("没有给出风险等级：按中风险计算；低风险、高风险的结果见其他读法。")
        return Time(days, days, rule)
    change = f"{figure(table)} × {figure(1 + rule.value)} = {figure(days)} {rules.unit}"
    derivation.step(f"{level.label}：{change if rule.value else '按表，不增减'}", days, rule)
    return Time(days, days, rule)


def _reduced(
    rules: PersonDayRules,
    request: PersonDayRequest,
    table: Fraction,
    time: Time,
    derivation: Derivation,
) -> Time:
    shares = shares_of(rules, own_reductions(rules, request.reductions), derivation)
    limit = rules.reduction_limit
    if not shares or limit is None:
        return time
    prescribed = max(table, time.days)
    days = reduced_days(time.days, prescribed, shares, limit, derivation)
    _say_how_risk_counts(request.risk, table, days, derivation)
    return Time(days, prescribed * (1 - limit.value), limit)


def own_reductions(rules: PersonDayRules, reductions: Sequence[Reduction]) -> tuple[Reduction, ...]:
    """The reductions of this system's own time; a limit on combined audits is not one of them."""
    if COMBINED in rules.reductions or rules.combined_share is None:
        return tuple(reductions)
    return tuple(reduction for reduction in reductions if reduction.name != COMBINED)


def _say_how_risk_counts(
    risk: RiskLevel | None, table: Fraction, days: Fraction, derivation: Derivation
) -> None:
    if risk is RiskLevel.LOW:
        derivation.warn(
            "低风险的减少是否计入减少的上限，原文没有写："
            f"按计入，合计减少 {percent(1 - days / table)}。"
        )
    if risk is RiskLevel.HIGH:
        derivation.warn("高风险须增加的时间能否再减少，原文没有写：请记录理由，由技术部核定。")
