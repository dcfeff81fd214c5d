"""The audit time that is determined for one audit: share of the initial, rounding, combination."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from calculators.audit_types import AuditType
from calculators.derivation import Derivation
from calculators.figures import HALF, figure, multiple_above, nearest_multiple, percent
from calculators.initial_time import Time, initial_time, positive
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_rules import TOPIC, PersonDayRules, Ratio
from calculators.reductions import COMBINED
from calculators.rulebook import Number
from knowledge.errors import MissingInput


def determined_days(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> Fraction:
    """The audit time of this audit after rounding, in person-days, combined audits included.

    MissingInput names absent facts; RuleAbsent says that the document does not rule this audit.
    """
    if request.total_days is not None:
        days = positive("total_days", request.total_days)
        derivation.step(f"已知审核时间 {figure(days)} {rules.unit}", days)
        return days
    if is_sum_of_others(request):
        return combined_days(rules, request.combined_with, derivation)
    ratio = _ratio(rules, request)
    initial = initial_time(rules, request, derivation)
    days = _rounded(rules, _share(rules, ratio, request, initial, derivation), derivation)
    if request.combined_with and rules.combined_share:
        return combined_days(rules, (days, *request.combined_with), derivation)
    return days


def is_sum_of_others(request: PersonDayRequest) -> bool:
    """Whether only the person-days of several systems are known, ours among them."""
    known = request.knows_people or request.initial_days is not None
    return len(request.combined_with) > 1 and not known


def _ratio(rules: PersonDayRules, request: PersonDayRequest) -> Ratio:
    """The share that this audit is of the initial one; refuses what cannot be computed."""
    ratio = rules.ratio.get(request.audit_type) if request.audit_type else None
    if not rules.bands and request.initial_days is None:
        raise rules.absent(f"{TOPIC}的计算表", *((ratio.clause,) if ratio else ()))
    if request.audit_type and ratio is None:
        raise rules.absent(f"{request.audit_type.label}的人日")
    missing = []
    if not request.knows_people and request.initial_days is None:
        missing.append("headcount")
    if ratio is None:
        missing.append("audit_type")
    if missing or ratio is None:
        raise MissingInput(missing)
    return ratio


def _share(
    rules: PersonDayRules,
    ratio: Ratio,
    request: PersonDayRequest,
    initial: Time,
    derivation: Derivation,
) -> Time:
    if request.audit_type is AuditType.INITIAL or request.audit_type is None:
        derivation.mention(ratio)
        floor = initial.floor * ratio.value
        return Time(initial.days * ratio.value, floor, initial.floor_rule)
    derivation.lead(ratio, *([ratio.floor] if ratio.floor else []))
    days = initial.days * ratio.value
    product = f"{figure(initial.days)} × {ratio.value} = {figure(days)} {rules.unit}"
    derivation.step(f"{request.audit_type.label}为初审的 {ratio.value}：{product}", days, ratio)
    return Time(days, days, ratio.floor or ratio)


def _rounded(rules: PersonDayRules, time: Time, derivation: Derivation) -> Fraction:
    if rules.rounding is None:
        derivation.offer(
            multiple_above(time.days, HALF),
            "本规则没有修约的规定；按半天排计划时，建议取不低于它的半天数",
        )
        return time.days
    return _to_half(rules.rounding, time, rules.unit, derivation)


def _to_half(rounding: Number, time: Time, unit: str, derivation: Derivation) -> Fraction:
    nearest = nearest_multiple(time.days, rounding.value)
    if nearest == time.days:
        return nearest
    derivation.step(
        f"调整为最接近的半人日：{figure(time.days)} → {figure(nearest)} {unit}", nearest, rounding
    )
    if nearest >= time.floor:
        return nearest
    above = multiple_above(time.floor, rounding.value)
    derivation.step(
        f"{figure(nearest)} 低于下限 {figure(time.floor)}，取其上的半人日：{figure(above)} {unit}",
        above,
        time.floor_rule,
    )
    derivation.offer(nearest, f"只按最接近的半人日；但低于下限 {figure(time.floor)}", rounding)
    derivation.offer(time.days, "未调整的精确值", time.floor_rule)
    return above


def combined_days(
    rules: PersonDayRules, each: Sequence[Fraction], derivation: Derivation
) -> Fraction:
    """The least total of a combined audit, from what each system would need alone."""
    share = rules.combined_share
    if share is None:
        related = rules.reductions.get(COMBINED)
        raise rules.absent("多个体系结合审核的总人日", *((related.clause,) if related else ()))
    derivation.lead(share)
    together = sum((positive("combined_with", days) for days in each), Fraction(0))
    terms = " + ".join(figure(days) for days in each)
    least = together * share.value
    derivation.step(f"各体系单独所需之和：{terms} = {figure(together)} {rules.unit}", together)
    derivation.step(
        f"结合审核不少于其 {percent(share.value)}：{figure(least)} {rules.unit}", least, share
    )
    return _rounded(rules, Time(least, least, share), derivation)
