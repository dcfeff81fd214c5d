"""From a question to the deadline calculator."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot import wording
from bot.assistant.attempt import Attempt
from bot.assistant.understanding import Understanding
from bot.assistant.understanding.cues import Cues
from bot.assistant.understanding.date_roles import EVENT, DatedFact
from bot.assistant.understanding.numerals import find_numbers
from bot.assistant.understanding.separating import parts
from bot.assistant.understanding.topics import Topic
from calculators.audit_types import AuditType
from calculators.calculation import Calculation
from calculators.deadline_backwards import event_day
from calculators.deadline_rules import Combination, DeadlineRule
from calculators.deadlines import deadline
from calculators.working_days import WorkingCalendar
from knowledge.errors import MissingInput, RuleAbsent

_SURVEILLANCE = "last_surveillance_date"
_EXPIRY = "expiry_date"
_AS_EVENT = {"contract_date": EVENT, "operation_start": EVENT, "due": EVENT}
_NTH = {"first": "first_surveillance", "second": "second_surveillance"}
_EARLIEST = re.compile(
    r"最早|最快|几时起|开始|从哪天|什么时候起|什么时候能|啥时候能|才能|才可以|最先"
)
_LATEST = re.compile(r"最晚|最迟|之前|截止|最后|来得及|拖到|不晚于|前要|最多")
_LENGTH = re.compile(r"(?P<n>\d+|[一二两三四五六七八九十]+)\s*(?P<unit>个?工作日|个?月|天)")
# Words of a document that answer when, though they give no number.
_WHEN = re.compile(r"及时|立即|即刻|在\S{1,8}前")
_NEXT = re.compile(r"下一?[次回]")
_YEAR_ASKED = re.compile(r"(明年|今年|后年|去年|前年)|(20\d\d)年")
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}


@dataclass(frozen=True, slots=True)
class DeadlineRoute:
    """Asks the deadline calculator of each document."""

    rules: Mapping[str, tuple[DeadlineRule, ...]]
    calendar: WorkingCalendar
    cues: Cues
    topics: tuple[Topic, ...]

    def applies(self, asked: Understanding) -> bool:
        """Whether the question wants a day and not a rule."""
        if not asked.topics:
            return False
        if "when" in asked.intents:
            return True
        about_the_rule = asked.intents & {"rule", "list", "conflict"}
        return bool(asked.exact_dates or asked.registered) and (
            "when_with_dates" in asked.intents or not about_the_rule
        )

    def documents(self) -> tuple[str, ...]:
        """The documents that rule periods."""
        return tuple(document for document, rules in self.rules.items() if rules)

    def attempt(self, asked: Understanding, document: str, today: date) -> Attempt:
        """What the document's rules give for each thing that the question asks."""
        found = [
            _labelled(self._one(part.asked, document, today), part.day)
            for part in parts(asked, self.cues, self.topics)
        ]
        computed = [each for each in found if each.calculations]
        if len(found) == 1 or not computed:
            return found[0]
        missing = tuple(name for each in found for name in each.missing)
        results = tuple(result for each in computed for result in each.calculations)
        return replace(computed[0], calculations=results, missing=missing)

    def _one(self, asked: Understanding, document: str, today: date) -> Attempt:
        """What the document's rules give for the first topic of the question that it rules."""
        rules = self.rules.get(document, ())
        outcome = Attempt(document)
        for topic in _topics(asked):
            found = self._about(topic, rules, asked, today)
            if found is not None and found.calculations:
                return found
            if found is not None and outcome == Attempt(document):
                outcome = found
        return outcome

    def _about(
        self, topic: str, rules: Sequence[DeadlineRule], asked: Understanding, today: date
    ) -> Attempt | None:
        about = [rule for rule in rules if topic in rule.topics]
        if not about:
            return None
        clauses = tuple(dict.fromkeys(c.clause for rule in about for c in rule.sources()))
        document = about[0].document
        try:
            calculation = self._compute(topic, rules, asked, today)
        except MissingInput as error:
            return Attempt(document, missing=error.names, clauses=clauses)
        except RuleAbsent as error:
            said = error.clauses or clauses
            return Attempt(document, absent=error, clauses=said, in_words=_says_when(about))
        rule = next((rule for rule in about if rule.label == calculation.label), about[0])
        calculation = _limit_named(_side_asked(calculation, rule, asked), asked)
        return Attempt(document, (calculation,), clauses=clauses)

    def _compute(
        self, topic: str, rules: Sequence[DeadlineRule], asked: Understanding, today: date
    ) -> Calculation:
        facts = {**asked.registered, **_facts(asked.exact_dates, today)}
        kind = AuditType(asked.audit_types[0]) if asked.audit_types else None
        if topic in asked.backwards and len(asked.exact_dates) == 1:
            act = asked.exact_dates[0].day
            return event_day(topic, rules, act, today, self.calendar, audit_type=kind)
        year = _year_asked(asked, today)
        try:
            return deadline(topic, rules, facts, today, self.calendar, audit_type=kind, year=year)
        except MissingInput as error:
            facts = _with_only_date(facts, asked.exact_dates, error.names)
            return deadline(topic, rules, facts, today, self.calendar, audit_type=kind, year=year)


def _labelled(found: Attempt, day: date | None) -> Attempt:
    """The results with the day that they count from, where others count from another day."""
    if day is None:
        return found
    results = [
        replace(result, label=wording.counted_from(result.label, day))
        for result in found.calculations
    ]
    return replace(found, calculations=tuple(results))


def _topics(asked: Understanding) -> tuple[str, ...]:
    """The topics of the question; after a surveillance the next one is meant, not the first."""
    told = any(_SURVEILLANCE in fact.roles[:1] for fact in asked.dates)
    done = told or not asked.registered.keys().isdisjoint((_SURVEILLANCE, *_NTH.values()))
    if not done and not _NEXT.search(asked.words):
        return asked.topics
    order = {"first_surveillance": 1, "second_surveillance": 1}
    return tuple(sorted(asked.topics, key=lambda topic: order.get(topic, 0)))


def _facts(dates: Sequence[DatedFact], today: date) -> dict[str, date]:
    """Each date under the role that its words give it; the first date of a role counts."""
    facts: dict[str, date] = {}
    for fact in dates:
        for role in fact.roles or (EVENT,):
            planned = role == _SURVEILLANCE and fact.day > today
            name = EVENT if planned else _AS_EVENT.get(role, role)
            if name == _SURVEILLANCE:
                name = _NTH.get(fact.which or "", name)
            if name not in facts:
                facts[name] = fact.day
                break
    return facts


def _with_only_date(
    facts: dict[str, date], dates: Sequence[DatedFact], missing: Sequence[str]
) -> dict[str, date]:
    """The only date of a question is the missing fact where its words allow that."""
    for fact in dates:
        expires = fact.roles[:1] == (_EXPIRY,)
        if len(missing) == 1 and missing[0] in fact.roles and not expires:
            return {**facts, missing[0]: fact.day}
    if len(dates) == 1 and len(missing) == 1:
        role = (dates[0].roles or (EVENT,))[0]
        if missing[0] == EVENT or _AS_EVENT.get(role, role) == EVENT:
            return {**facts, missing[0]: dates[0].day}
    raise MissingInput(missing)


def _says_when(about: Sequence[DeadlineRule]) -> bool:
    """Whether the rules without a number say 及时 or 审核前, and not only 规定的时间 or nothing."""
    undated = [source for rule in about for source in rule.undated]
    return bool(undated) and all(_WHEN.search(source.quote) for source in undated)


def _year_asked(asked: Understanding, today: date) -> int | None:
    taken = {fact.day.year for fact in asked.dates if fact.exact}
    for match in _YEAR_ASKED.finditer(asked.words):
        if match[1]:
            return today.year + _YEARS[match[1]]
        if int(match[2]) not in taken:
            return int(match[2])
    return None


def _limit_named(calculation: Calculation, asked: Understanding) -> Calculation:
    """Of limits that disagree, the one whose length the question names (按15个工作日算)."""
    named = {_length_of(match) for match in _LENGTH.finditer(asked.words)}
    for step in calculation.steps:
        lengths = {_length_of(match) for match in _LENGTH.finditer(step.text)}
        several = calculation.value if isinstance(calculation.value, tuple) else ()
        if lengths & named and step.value in several:
            return replace(calculation, value=step.value)
    return calculation


def _length_of(match: re.Match[str]) -> tuple[str, str]:
    return str(find_numbers(match["n"])[0].value), match["unit"].removeprefix("个")


def _side_asked(calculation: Calculation, rule: DeadlineRule, asked: Understanding) -> Calculation:
    """Of a window, the end that the question asks for."""
    if rule.combination is not Combination.WINDOW or not isinstance(calculation.value, tuple):
        return calculation
    words = asked.words
    if _EARLIEST.search(words) and not _LATEST.search(words):
        return replace(calculation, value=calculation.value[0])
    if _LATEST.search(words) and not _EARLIEST.search(words):
        return replace(calculation, value=calculation.value[-1])
    return calculation
