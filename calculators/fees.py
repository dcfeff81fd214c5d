"""Fees (费用): what a first application and each renewal cost, over years and organisations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import ClassVar

from calculators.calculation import Calculation
from calculators.derivation import Derivation
from calculators.figures import figure
from calculators.rulebook import Number, Rows, Rule, Rulebook, Strict, load_rulebook
from knowledge.errors import OutOfRange, RuleAbsent
from knowledge.library import Library

CALCULATOR = "fees"
TOPIC = "收费金额"
UNIT = "元"


class Component(StrEnum):
    """Which part of the fees is asked for."""

    TOTAL = "total"
    AUDIT = "audit"
    ANNUITY = "annuity"
    ANNUITY_PER_YEAR = "annuity_per_year"
    DIFFERENCE = "difference"  # by how much the first application costs more than a renewal

    @property
    def label(self) -> str:
        """The name in a result line."""
        return _LABELS[self]


_LABELS = {
    Component.TOTAL: "费用合计",
    Component.AUDIT: "审核费用",
    Component.ANNUITY: "年金",
    Component.ANNUITY_PER_YEAR: "每年年金",
    Component.DIFFERENCE: "首次申请比维持换证多出的费用",
}


class Charge(Strict):
    """What one application costs: its parts, and the total that the document prints."""

    label: str
    audit: Number
    annuity: Number
    total: Number


class FeeRules(Rulebook):
    """The fees of one document; ``unstated`` are charges that it names without an amount."""

    subject: ClassVar[str] = "fees"

    first: Charge | None = None
    renewal: Charge | None = None
    cycle_years: Number | None = None
    unstated: Rows[Rule] = ()


@dataclass(frozen=True, slots=True)
class FeeRequest:
    """How many organisations apply for the first time and how many renew.

    With ``years`` each first application is followed by the renewals that keep the certificate for
    so many years.
    """

    first: int = 0
    renewals: int = 0
    years: int | None = None
    component: Component = Component.TOTAL

    def inputs(self) -> dict[str, str | int | float | None]:
        """The facts that were given."""
        facts: dict[str, str | int | float | None] = {
            "first": self.first,
            "renewals": self.renewals,
            "years": self.years,
            "component": self.component,
        }
        return {name: value for name, value in facts.items() if value}


def fee_rules(document: str, library: Library, folder: Path | None = None) -> FeeRules:
    """The document's fees; RuleAbsent where it says nothing of fees."""
    rules = load_rulebook(FeeRules, document, library, folder)
    if rules is None:
        raise RuleAbsent(document, TOPIC)
    return rules


def fees(rules: FeeRules, request: FeeRequest) -> Calculation:
    """The amount in yuan, without the charges that the document does not put a number to.

    RuleAbsent where the document states no amount, with the clauses that speak of fees; OutOfRange
    where nobody applies.
    """
    first, renewal, cycle = rules.first, rules.renewal, rules.cycle_years
    if first is None or renewal is None or cycle is None:
        raise RuleAbsent(rules.document, TOPIC, tuple(rule.clause for rule in rules.unstated))
    derivation = Derivation()
    match request.component:
        case Component.DIFFERENCE:
            value = _difference(first, renewal, derivation)
        case Component.ANNUITY_PER_YEAR:
            value = _per_year(first, cycle, derivation)
        case _:
            value = _sum(first, renewal, cycle, request, derivation)
    for rule in rules.unstated:
        derivation.mention(rule)
    return derivation.conclude(
        rules.document,
        CALCULATOR,
        label=request.component.label,
        value=value,
        unit=UNIT,
        inputs=request.inputs(),
    )


def _amount(charge: Charge, component: Component) -> Number:
    match component:
        case Component.AUDIT:
            return charge.audit
        case Component.ANNUITY:
            return charge.annuity
        case _:
            return charge.total


def _sum(
    first: Charge, renewal: Charge, cycle: Number, request: FeeRequest, derivation: Derivation
) -> Fraction:
    times = {
        "first": _count("first", request.first),
        "renewal": _renewals(request, cycle, derivation),
    }
    if not sum(times.values()):
        raise OutOfRange("first", 0, "请说明是首次申请还是维持换证，各几家。")
    amounts = []
    for charge, number in ((first, times["first"]), (renewal, times["renewal"])):
        if number:
            amounts.append(_times(charge, number, request.component, derivation))
    value = sum(amounts, Fraction(0))
    if len(amounts) > 1:
        terms = " + ".join(figure(amount) for amount in amounts)
        derivation.step(f"合计：{terms} = {figure(value)} {UNIT}", value)
    return value


def _times(charge: Charge, number: int, component: Component, derivation: Derivation) -> Fraction:
    amount = _amount(charge, component)
    if component is Component.TOTAL:
        parts = f"{figure(charge.audit.value)} + {figure(charge.annuity.value)}"
        text = f"{charge.label}：{parts} = {figure(amount.value)} {UNIT}"
    else:
        text = f"{charge.label}的{component.label}：{figure(amount.value)} {UNIT}"
    derivation.step(text, amount.value, amount)
    if number > 1:
        product = f"{figure(amount.value)} × {number} = {figure(amount.value * number)}"
        derivation.step(f"{charge.label} {number} 次：{product} {UNIT}", amount.value * number)
    return amount.value * number


def _renewals(request: FeeRequest, cycle: Number, derivation: Derivation) -> int:
    asked = _count("renewals", request.renewals)
    if request.years is None:
        return asked
    if request.years < 1:
        raise OutOfRange("years", request.years, "年数应为正整数。")
    each = ceil(request.years / cycle.value) - 1
    text = f"持证 {request.years} 年，每 {figure(cycle.value)} 年一次：首次之后维持换证 {each} 次"
    derivation.step(text, Fraction(each), cycle)
    return asked + each * request.first


def _count(name: str, number: int) -> int:
    if number < 0:
        raise OutOfRange(name, number, "申请的次数不能为负。")
    return number


def _difference(first: Charge, renewal: Charge, derivation: Derivation) -> Fraction:
    value = first.total.value - renewal.total.value
    derivation.step(
        f"{first.label}：{figure(first.total.value)} {UNIT}", first.total.value, first.total
    )
    terms = f"{figure(first.total.value)} − {figure(renewal.total.value)} = {figure(value)} {UNIT}"
    derivation.step(f"减去{renewal.label}：{terms}", value, renewal.total)
    return value


def _per_year(charge: Charge, cycle: Number, derivation: Derivation) -> Fraction:
    value = charge.annuity.value / cycle.value
    derivation.step(
        f"{figure(cycle.value)} 年的年金 {figure(charge.annuity.value)} {UNIT}，"
        f"折合每年 {figure(value)} {UNIT}",
        value,
        charge.annuity,
    )
    derivation.mention(cycle)
    derivation.warn("原文只写三年合计；每年的数是折算的。")
    return value
