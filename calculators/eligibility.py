"""Eligibility (资格): which requirements given facts meet, fail, or leave open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculators.calculation import Calculation
from calculators.deadline_rules import DeadlineRule
from calculators.deadlines import deadline
from calculators.derivation import Derivation
from calculators.eligibility_rules import (
    TOPIC,
    EligibilityRequest,
    EligibilityRules,
    Fact,
    Kind,
    Requirement,
    Verdict,
)
from calculators.figures import figure
from calculators.working_days import WorkingCalendar
from knowledge.errors import OutOfRange, RuleAbsent

CALCULATOR = "eligibility"


def eligibility(
    rules: EligibilityRules,
    request: EligibilityRequest,
    deadlines: Sequence[DeadlineRule],
    today: date,
    calendar: WorkingCalendar,
) -> Calculation:
    """符合, 不符合 or 不能确定, with the verdict on every requirement as a step.

    RuleAbsent where the document has no such topic or requirement; OutOfRange where a fact is of
    the wrong sort.
    """
    asked = [
        each
        for each in rules.requirements
        if each.topic == request.topic and request.requirement in (None, each.id)
    ]
    if not asked:
        raise RuleAbsent(rules.document, TOPIC)
    derivation = Derivation()
    verdicts = []
    for requirement in asked:
        judge = _Judge(requirement, request.facts, deadlines, today, calendar)
        verdict, why = judge.verdict()
        verdicts.append(verdict)
        derivation.step(f"{requirement.label}：{why}，{verdict}", verdict, requirement)
    label = next(topic.label for topic in rules.topics if topic.id == request.topic)
    return derivation.conclude(
        rules.document,
        CALCULATOR,
        label=label,
        value=_together(verdicts),
        unit="",
        inputs={"topic": request.topic, **_written(request.facts)},
    )


def open_facts(rules: EligibilityRules, request: EligibilityRequest) -> tuple[Requirement, ...]:
    """The requirements of the topic that the facts leave open."""
    return tuple(
        each
        for each in rules.requirements
        if each.topic == request.topic and not any(name in request.facts for name in each.facts)
    )


def _together(verdicts: Sequence[Verdict]) -> Verdict:
    for worst in (Verdict.NOT_MET, Verdict.UNKNOWN):
        if worst in verdicts:
            return worst
    return Verdict.MET


def _written(facts: Mapping[str, Fact]) -> dict[str, str | int | float | None]:
    return {
        name: fact.isoformat()
        if isinstance(fact, date)
        else fact
        if isinstance(fact, int)
        else float(fact)
        for name, fact in facts.items()
    }


@dataclass(frozen=True, slots=True)
class _Judge:
    """One requirement before the facts."""

    requirement: Requirement
    facts: Mapping[str, Fact]
    deadlines: Sequence[DeadlineRule]
    today: date
    calendar: WorkingCalendar

    def verdict(self) -> tuple[Verdict, str]:
        """The verdict and, in Chinese, why."""
        known = {name: self.facts[name] for name in self.requirement.facts if name in self.facts}
        if not known:
            return Verdict.UNKNOWN, self._demand()
        match self.requirement.kind:
            case Kind.ANY:
                return self._any(known)
            case Kind.AT_LEAST | Kind.AT_MOST:
                return self._number(*known.values())
            case Kind.ELAPSED:
                return self._elapsed(*known.values())
            case _:
                return self._plain(*known.values())

    def _demand(self) -> str:
        value = self.requirement.value
        if value is None:
            return "未提供"
        word = "至少" if self.requirement.kind is Kind.AT_LEAST else "至多"
        return f"要求{word} {figure(value)} {self.requirement.unit}，未提供"

    def _plain(self, fact: Fact) -> tuple[Verdict, str]:
        wanted = self.requirement.kind is Kind.YES
        if not isinstance(fact, bool):
            raise self._wrong(fact, "是或否")
        return (Verdict.MET if fact is wanted else Verdict.NOT_MET), "是" if fact else "否"

    def _any(self, known: Mapping[str, Fact]) -> tuple[Verdict, str]:
        held = [self.requirement.one_of[name] for name, fact in known.items() if fact]
        if held:
            return Verdict.MET, f"有{'、'.join(held)}"
        if len(known) < len(self.requirement.one_of):
            return Verdict.UNKNOWN, "其余几项未提供"
        return Verdict.NOT_MET, "各项都没有"

    def _number(self, fact: Fact) -> tuple[Verdict, str]:
        value = self.requirement.value
        if value is None or isinstance(fact, bool | date) or fact < 0:
            raise self._wrong(fact, "不小于 0 的数")
        enough = fact >= value if self.requirement.kind is Kind.AT_LEAST else fact <= value
        word = "至少" if self.requirement.kind is Kind.AT_LEAST else "至多"
        demand = f"{figure(Fraction(fact))}，要求{word} {figure(value)} {self.requirement.unit}"
        return (Verdict.MET if enough else Verdict.NOT_MET), demand

    def _elapsed(self, fact: Fact) -> tuple[Verdict, str]:
        if fact is False:
            return self.requirement.never, "没有发生过"
        if not isinstance(fact, date):
            raise self._wrong(fact, "日期，没有发生过的写否")
        ready = self._ready(fact)
        if fact > self.today:
            return Verdict.NOT_MET, f"{fact} 还没有到"
        if self.today >= ready:
            return Verdict.MET, f"自 {fact} 起，{ready} 已满"
        return Verdict.NOT_MET, f"自 {fact} 起，到 {ready} 才满"

    def _ready(self, day: date) -> date:
        assert self.requirement.deadline and self.requirement.trigger
        found = deadline(
            self.requirement.deadline,
            self.deadlines,
            {self.requirement.trigger: day},
            self.today,
            self.calendar,
        )
        assert isinstance(found.value, date)
        return found.value

    def _wrong(self, fact: Fact, wanted: str) -> OutOfRange:
        reason = f"{self.requirement.label}应为{wanted}，收到的是 {fact}。"
        return OutOfRange(self.requirement.id, fact, reason)
