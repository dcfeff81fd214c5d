"""From a question to the eligibility calculator: whether so many, or so long, are enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot import wording
from bot.assistant.attempt import Attempt
from bot.assistant.routes.told import told_number, told_time
from bot.assistant.understanding import Understanding
from bot.assistant.understanding.cues import Cues
from calculators.calculation import Calculation
from calculators.deadline_rules import DeadlineRule
from calculators.deadline_terms import deadline_terms
from calculators.eligibility import eligibility
from calculators.eligibility_rules import (
    EligibilityRequest,
    EligibilityRules,
    Fact,
    Kind,
    Requirement,
    Verdict,
)
from calculators.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class EligibilityRoute:
    """Asks the eligibility calculator of each document about one requirement.

    It takes a question only where the numbers decide: what is told must be enough, or too little,
    in every way that it can be meant.
    """

    rules: Mapping[str, EligibilityRules]
    deadlines: Mapping[str, tuple[DeadlineRule, ...]]
    calendar: WorkingCalendar
    cues: Cues

    def applies(self, asked: Understanding) -> bool:
        """Whether the question wants a verdict and not the rule."""
        verdict = self.cues.holds("asks", "verdict", asked.words)
        return verdict and not self.cues.holds("asks", "the_rule_itself", asked.words)

    def documents(self) -> tuple[str, ...]:
        """The documents that state requirements."""
        return tuple(self.rules)

    def attempt(self, asked: Understanding, document: str, today: date) -> Attempt:
        """The verdict on the one requirement that the question is about, if it is certain."""
        rules = self.rules.get(document)
        told = list(self._told(rules, asked, today)) if rules else []
        if rules is None or len(told) != 1:
            return Attempt(document)
        requirement, facts = told[0]
        results = [self._judged(rules, requirement, fact, today) for fact in facts]
        if len({result.value for result in results}) != 1:
            return Attempt(document)
        return Attempt(document, (_about(rules, requirement, results[0]),))

    def _told(
        self, rules: EligibilityRules, asked: Understanding, today: date
    ) -> Iterator[tuple[Requirement, tuple[Fact, ...]]]:
        """The requirements of which the question tells how much there is, with both ends of it."""
        for requirement in rules.requirements:
            if requirement.kind is Kind.ELAPSED:
                if self._is_topic(requirement, rules.document, asked):
                    since = told_time(asked.words, today)
                    if since and not asked.exact_dates:
                        yield requirement, tuple(dict.fromkeys((since.latest, since.earliest)))
            elif requirement.also:
                found = told_number(asked.words, requirement.also, requirement.unit)
                if found:
                    yield requirement, tuple(dict.fromkeys((found.least, found.most)))

    def _is_topic(self, requirement: Requirement, document: str, asked: Understanding) -> bool:
        """Whether the first topic of the question is the period that the requirement needs."""
        rules = self.deadlines.get(document, ())
        topics = {each for r in rules if r.id == requirement.deadline for each in r.topics}
        return bool(topics & set(asked.topics[:1]))

    def _judged(
        self, rules: EligibilityRules, requirement: Requirement, fact: Fact, today: date
    ) -> Calculation:
        request = EligibilityRequest(requirement.topic, {requirement.id: fact}, requirement.id)
        return eligibility(
            rules, request, self.deadlines.get(rules.document, ()), today, self.calendar
        )


def _about(rules: EligibilityRules, requirement: Requirement, result: Calculation) -> Calculation:
    """The result under the requirement's name; being enough of one thing is not being eligible."""
    others = [each for each in rules.requirements if each.topic == requirement.topic]
    partial = result.value == Verdict.MET and len(others) > 1
    warnings = (*result.warnings, wording.only_this_checked(result.label)) if partial else None
    label = f"{result.label} · {_name(requirement)}"
    return replace(result, label=label, warnings=warnings or result.warnings)


def _name(requirement: Requirement) -> str:
    """What the requirement is about; one that waits for a period is about the waiting."""
    waiting = deadline_terms().topics.get(requirement.deadline or "")
    return waiting.label if waiting else requirement.label
