"""What another headcount, risk or reduction would change: break points and what-if."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from calculators.audit_time_table import band_of
from calculators.audit_types import RiskLevel
from calculators.calculation import Calculation, Value
from calculators.derivation import Derivation
from calculators.figures import figure
from calculators.initial_time import effective_people
from calculators.person_day_request import PersonDayRequest, Reduction, Wanted
from calculators.person_day_rules import PersonDayRules
from calculators.person_day_shares import wanted_figure
from calculators.person_days import CALCULATOR, person_days
from knowledge.errors import OutOfRange


@dataclass(frozen=True, slots=True)
class Variation:
    """Another case and its result; ``label`` says in Chinese what is different.

    ``is_same``: the result is that of the case which it is held against.
    """

    label: str
    request: PersonDayRequest
    value: Value
    unit: str
    is_same: bool = False


def break_points(rules: PersonDayRules, request: PersonDayRequest) -> tuple[Variation, ...]:
    """The nearest headcounts below and above at which the table's row changes."""
    people = effective_people(rules, request, Derivation())
    band = band_of(rules.bands, people) if rules.bands else None
    last = rules.bands[-1].last if rules.bands else 0
    edges = {"降到": band.first - 1 if band else last, "增到": band.last + 1 if band else 0}
    return tuple(
        _variation(rules, f"{word} {edge} 人", replace(request, headcount=edge, part_time=()))
        for word, edge in edges.items()
        if edge > 0
    )


def what_if(rules: PersonDayRules, request: PersonDayRequest) -> tuple[Variation, ...]:
    """The same audit at each other risk, and with each reduction that the document allows."""
    cases = {
        risk.label: replace(request, risk=risk)
        for risk in RiskLevel
        if risk in rules.risk and risk is not (request.risk or RiskLevel.MEDIUM)
    }
    for name, reducible in rules.reductions.items():
        cases[f"{reducible.label}，减足"] = replace(request, reductions=(Reduction(name),))
    if rules.reduction_limit and not rules.reductions:
        cases["减到允许的最少"] = replace(request, reductions=(Reduction(),))
    return tuple(_variation(rules, label, case) for label, case in cases.items())


def _variation(rules: PersonDayRules, label: str, request: PersonDayRequest) -> Variation:
    result = person_days(rules, request)
    return Variation(label, request, result.value, result.unit)


def largest_headcount(
    rules: PersonDayRules, request: PersonDayRequest, days: Fraction
) -> Calculation:
    """The most people with whom the audit stays within so many person-days.

    OutOfRange where even the first row of the table needs more.
    """
    within = [band for band in rules.bands if _days(rules, request, band.last) <= days]
    if not rules.bands:
        raise rules.absent("审核人日的计算表")
    if not within:
        least = figure(_days(rules, request, 1))
        reason = f"最小的一档也要 {least} {rules.unit}，超过 {figure(days)} {rules.unit}。"
        raise OutOfRange("total_days", float(days), reason)
    band = within[-1]
    derivation = Derivation()
    for edge, word in ((band.last, "不超过"), (band.last + 1, "超过")):
        needed = _days(rules, request, edge)
        derivation.step(
            f"{edge} 人需 {figure(needed)} {rules.unit}，{word} {figure(days)} {rules.unit}",
            needed,
            band if edge == band.last else None,
        )
    return derivation.conclude(
        rules.document,
        CALCULATOR,
        label="人数上限",
        value=Fraction(band.last),
        unit="人",
        inputs={**request.inputs(), "total_days": float(days)},
    )


def _days(rules: PersonDayRules, request: PersonDayRequest, people: int) -> Fraction:
    case = replace(request, headcount=people, part_time=(), wants=Wanted.TOTAL, total_days=None)
    return wanted_figure(rules, case, Derivation())
