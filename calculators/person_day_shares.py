"""Figures that follow from an audit's time: on site, at a branch, in days, what may be cut."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from calculators.audit_types import RiskLevel
from calculators.derivation import Derivation
from calculators.determined_time import determined_days
from calculators.figures import HALF, figure, multiple_above, percent
from calculators.initial_time import initial_time, positive
from calculators.person_day_request import PersonDayRequest, Wanted
from calculators.person_day_rules import PersonDayRules
from calculators.rulebook import Number
from knowledge.errors import OutOfRange


def wanted_figure(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> Fraction:
    """The figure asked for; RuleAbsent where the document does not rule it."""
    if request.wants is Wanted.LARGEST_REDUCTION:
        return _largest_reduction(rules, request, derivation)
    days = determined_days(rules, request, derivation)
    match request.wants:
        case Wanted.ON_SITE:
            return _least_share(rules, days, rules.on_site_share, "现场审核时间", derivation)
        case Wanted.BRANCH:
            return _least_share(rules, days, rules.branch_share, "分场所现场审核时间", derivation)
        case Wanted.ON_SITE_DAYS:
            return _on_site_days(rules, request, days, derivation)
        case _:
            return days


def _least_share(
    rules: PersonDayRules,
    days: Fraction,
    share: Number | None,
    name: str,
    derivation: Derivation,
) -> Fraction:
    if share is None:
        raise rules.absent(f"{name}的比例")
    derivation.lead(share)
    least = days * share.value
    text = f"{name}不少于 {percent(share.value)}：{figure(days)} × {percent(share.value)}"
    derivation.step(f"{text} = {figure(least)} {rules.unit}", least, share)
    return _half_above(rules, least, derivation)


def _half_above(rules: PersonDayRules, least: Fraction, derivation: Derivation) -> Fraction:
    unit = rules.rounding.value if rules.rounding else HALF
    above = multiple_above(least, unit)
    if above != least:
        derivation.step(f"下限有小数，取其上的半数：{figure(above)}", above, rules.rounding)
        derivation.offer(least, "未调整的精确值")
    return above


def _on_site_days(
    rules: PersonDayRules, request: PersonDayRequest, days: Fraction, derivation: Derivation
) -> Fraction:
    if rules.day_hours is None:
        raise rules.absent("每个人日的小时数")
    on_site = days
    hours = request.daily_hours
    if hours is not None:
        on_site = _days_of_hours(
            rules, rules.day_hours, positive("daily_hours", hours), days, derivation
        )
    if request.auditors is None:
        return _half_above(rules, on_site, derivation)
    if request.auditors < 1:
        raise OutOfRange("auditors", request.auditors, "审核员人数应为正整数。")
    share = on_site / request.auditors
    derivation.step(
        f"{request.auditors} 名审核员：{figure(on_site)} ÷ {request.auditors} = {figure(share)} 天",
        share,
    )
    return _half_above(rules, share, derivation)


def _days_of_hours(
    rules: PersonDayRules,
    day: Number,
    hours: Fraction,
    days: Fraction,
    derivation: Derivation,
) -> Fraction:
    if hours >= day.value:
        text = f"每天工作 {figure(hours)} 小时，1 人日仍按 {figure(day.value)} 小时计，天数不减"
        derivation.step(text, days, day)
        derivation.lead(day)
        return days
    derivation.lead(*([rules.short_days] if rules.short_days else []))
    longer = days * day.value / hours
    text = (
        f"客户每天工作 {figure(hours)} 小时：{figure(days)} × {figure(day.value)} ÷ {figure(hours)}"
    )
    derivation.step(f"{text} = {figure(longer)} 天", longer, rules.short_days)
    derivation.mention(day)
    return longer


def _largest_reduction(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> Fraction:
    limit = rules.reduction_limit
    if limit is None:
        raise rules.absent("审核时间的减少")
    unreduced = replace(
        request,
        risk=request.risk if request.risk is RiskLevel.HIGH else RiskLevel.MEDIUM,
        reductions=(),
        initial_days=request.initial_days or request.total_days,
    )
    days = initial_time(rules, unreduced, derivation).days
    most = days * limit.value
    derivation.lead(limit)
    text = f"最多减少 {percent(limit.value)}：{figure(days)} × {percent(limit.value)}"
    derivation.step(f"{text} = {figure(most)} {rules.unit}", most, limit)
    return most
