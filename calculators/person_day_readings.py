"""Other defensible readings of a person-day question, computed beside the one we take."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from calculators.audit_time_table import other_table_readings
from calculators.audit_types import AuditType, RiskLevel
from calculators.derivation import Derivation
from calculators.figures import multiple_above, nearest_multiple, percent
from calculators.initial_time import effective_people, initial_time
from calculators.person_day_request import PersonDayRequest, Reduction, Wanted
from calculators.person_day_rules import PersonDayRules
from calculators.person_day_shares import wanted_figure
from calculators.reductions import COMBINED


def offer_other_readings(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> None:
    """Add the readings that apply to this request; those equal to the result drop out later."""
    _branch_of_on_site(rules, request, derivation)
    if request.total_days is not None:
        return
    _other_tables(rules, request, derivation)
    _other_risks(rules, request, derivation)
    _everyone_whole(rules, request, derivation)
    _unreduced_base(rules, request, derivation)
    _rounded_initial(rules, request, derivation)
    _combination_without_days(rules, request, derivation)
    _with_the_others(rules, request, derivation)


def _figure(rules: PersonDayRules, request: PersonDayRequest) -> Fraction:
    return wanted_figure(rules, request, Derivation())


def _other_tables(rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation) -> None:
    known = request.table_days is not None or request.initial_days is not None
    if known or rules.beyond is None or not request.knows_people:
        return
    people = effective_people(rules, request, Derivation())
    for days, why, rule in other_table_readings(rules.bands, rules.beyond, people):
        derivation.offer(_figure(rules, replace(request, table_days=days)), why, rule)


def _other_risks(rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation) -> None:
    if request.initial_days is not None or not request.knows_people:
        return
    others: tuple[RiskLevel, ...] = ()
    if request.risk is None:
        others = (RiskLevel.LOW, RiskLevel.HIGH)
    if request.risk is RiskLevel.LOW:
        others = (RiskLevel.MEDIUM,)
    for risk in others:
        if risk in rules.risk:
            why = f"按{risk.label}" if request.risk is None else "低风险但不减少时间"
            derivation.offer(_figure(rules, replace(request, risk=risk)), why, rules.risk[risk])


def _everyone_whole(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> None:
    if not request.part_time or rules.part_time is None:
        return
    if rules.everyone_counts:
        derivation.mention(rules.everyone_counts)
    everyone = (request.headcount or 0) + sum(group.people for group in request.part_time)
    whole = replace(request, headcount=everyone, part_time=())
    derivation.offer(
        _figure(rules, whole),
        f"换算是“可”而不是“应”：不换算，兼职人员全数计入，共 {everyone} 人",
        rules.everyone_counts,
    )


def _unreduced_base(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> None:
    if request.audit_type in (None, AuditType.INITIAL) or request.initial_days is not None:
        return
    if request.reductions:
        derivation.warn("份额的基数是减少前还是减少后的初审时间，原文没有写：按减少后的计算。")
        derivation.offer(
            _figure(rules, replace(request, reductions=())), "以减少前的初审时间为基数（较严）"
        )
    elif request.wants is Wanted.MINIMUM and rules.reduction_limit:
        least = replace(request, wants=Wanted.TOTAL, reductions=(Reduction(),))
        derivation.offer(
            _figure(rules, least), "初审时间先按上限减少，再取份额", rules.reduction_limit
        )


def _rounded_initial(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> None:
    if rules.rounding is None or request.audit_type in (None, AuditType.INITIAL):
        return
    if (
        request.initial_days is not None
        or request.combined_with
        or request.wants is not Wanted.TOTAL
    ):
        return
    half = rules.rounding.value
    initial = initial_time(rules, request, Derivation())
    rounded = max(nearest_multiple(initial.days, half), multiple_above(initial.floor, half))
    derivation.offer(
        _figure(rules, replace(request, initial_days=rounded)),
        "先把初审时间调整到半人日，再取份额",
        rules.rounding,
    )


def _combination_without_days(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> None:
    share = rules.combined_share
    asked = any(reduction.name == COMBINED for reduction in request.reductions)
    if share is None or not asked or request.combined_with:
        return
    derivation.warn(
        "结合审核的下限是各体系单独所需之和的份额；没有给出其他体系的人日，以上只是本体系单独所需。"
    )
    derivation.mention(share)
    own = _figure(rules, replace(request, reductions=()))
    derivation.offer(own * share.value, "把下限份额套在本体系上的最少分摊", share)


def _with_the_others(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> None:
    if not request.combined_with or rules.combined_share:
        return
    others = sum(request.combined_with, Fraction(0))
    derivation.offer(
        _figure(rules, replace(request, combined_with=())) + others, "加上其他体系的人日，合计"
    )


def _branch_of_on_site(
    rules: PersonDayRules, request: PersonDayRequest, derivation: Derivation
) -> None:
    if request.wants is not Wanted.BRANCH or not (rules.on_site_share and rules.branch_share):
        return
    days = _figure(rules, replace(request, wants=Wanted.TOTAL))
    derivation.offer(
        days * rules.on_site_share.value * rules.branch_share.value,
        f"以现场审核时间（不少于审核时间的 {percent(rules.on_site_share.value)}）为基数",
        rules.on_site_share,
    )
