"""Audit time that counts (有效审核时间): of a team on site and off site, travel and experts not."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from calculators.calculation import Calculation
from calculators.derivation import Derivation
from calculators.figures import figure, percent
from calculators.person_day_rules import PersonDayRules
from calculators.rulebook import Number
from knowledge.errors import OutOfRange

CALCULATOR = "audit_time"


@dataclass(frozen=True, slots=True)
class TeamTime:
    """What a team spends: people and days on site, hours a day, hours of travel, days off site.

    ``hours`` None is a full day; ``travel`` are the hours among them that all auditors travelled.
    """

    auditors: int
    days: Fraction
    experts: int = 0
    hours: Fraction | None = None
    travel: Fraction = Fraction(0)
    off_site: Fraction = Fraction(0)

    def inputs(self) -> dict[str, str | int | float | None]:
        """The facts, by name."""
        return {
            "auditors": self.auditors,
            "experts": self.experts,
            "days": float(self.days),
            "daily_hours": None if self.hours is None else float(self.hours),
            "travel_hours": float(self.travel),
            "off_site_days": float(self.off_site),
        }


def counted_audit_time(rules: PersonDayRules, team: TeamTime) -> Calculation:
    """The person-days that count, with a warning where too few of them are on site.

    RuleAbsent where the document does not say how long a person-day is; OutOfRange for an
    impossible team.
    """
    if rules.day_hours is None:
        raise rules.absent("每个人日的小时数")
    _check(team)
    derivation = Derivation()
    on_site = _on_site(rules, rules.day_hours, team, derivation)
    total = on_site + team.off_site
    if team.off_site:
        terms = f"{figure(on_site)} + {figure(team.off_site)} = {figure(total)}"
        derivation.step(f"加上现场以外的时间：{terms} {rules.unit}", total, rules.time_includes)
    if rules.on_site_share:
        _compare(on_site, total, rules.on_site_share, derivation)
    return derivation.conclude(
        rules.document,
        CALCULATOR,
        label="有效审核时间",
        value=total,
        unit=rules.unit,
        inputs=team.inputs(),
    )


def _check(team: TeamTime) -> None:
    counts = (Fraction(team.experts), team.days, team.travel, team.off_site)
    if team.auditors < 1 or min(counts) < 0 or (team.hours is not None and team.hours <= 0):
        raise OutOfRange("auditors", team.auditors, "审核员至少 1 名，天数、小时数不能为负。")


def _on_site(
    rules: PersonDayRules, day: Number, team: TeamTime, derivation: Derivation
) -> Fraction:
    hours = day.value if team.hours is None else min(team.hours, day.value)
    worked = team.auditors * team.days * hours
    text = f"{team.auditors} 名审核员 × {figure(team.days)} 天 × {figure(hours)} 小时"
    derivation.step(f"{text} = {figure(worked)} 小时", worked, day)
    derivation.lead(day)
    if team.hours is not None and team.hours > day.value:
        derivation.warn(f"每天超过 {figure(day.value)} 小时的部分不计，不能用加班减少人日。")
    if team.experts and rules.expert_share:
        counted = team.experts * rules.expert_share.value
        derivation.step(
            f"{team.experts} 名技术专家计入 {figure(counted)}", counted, rules.expert_share
        )
        worked += counted * team.days * hours
    if team.travel and rules.travel_share:
        counted = team.travel * rules.travel_share.value
        derivation.step(
            f"往返场所的路途 {figure(team.travel)} 小时，计入 {figure(counted)} 小时",
            counted,
            rules.travel_share,
        )
        worked += counted - team.travel
    days = worked / day.value
    derivation.step(
        f"{figure(worked)} 小时 ÷ {figure(day.value)} = {figure(days)} {rules.unit}", days, day
    )
    return days


def _compare(on_site: Fraction, total: Fraction, share: Number, derivation: Derivation) -> None:
    if not total:
        return
    found = on_site / total
    derivation.step(f"现场占 {percent(found)}，要求不少于 {percent(share.value)}", found, share)
    if found < share.value:
        derivation.warn(f"现场审核时间只占 {percent(found)}，低于 {percent(share.value)}。")
