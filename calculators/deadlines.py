"""Deadlines (期限): the day, window or days that a document's rule sets for given facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from calculators import deadline_wording as wording
from calculators.audit_types import AuditType
from calculators.calculation import Alternative, Calculation, Step, Value
from calculators.deadline_rules import (
    Combination,
    DeadlineRule,
    Direction,
    Recurrence,
)
from calculators.deadline_situation import Due, Situation
from calculators.due_dates import anniversaries, dues, expiry, no_number, rule_about
from calculators.working_days import WorkingCalendar
from knowledge.clause import Quote

CALCULATOR = "deadline"
UNIT = "日"


def deadline(
    topic: str,
    rules: Sequence[DeadlineRule],
    facts: Mapping[str, date],
    today: date,
    calendar: WorkingCalendar,
    *,
    audit_type: AuditType | None = None,
    year: int | None = None,
) -> Calculation:
    """What one document's rule about a topic gives for the facts.

    ``topic`` is a topic or the id of a rule; ``facts`` go by the names of the ``ask`` contract or
    by those of the triggers; ``year`` chooses among yearly deadlines. The value is a date, a window
    (earliest, latest), or the dates of two statements that disagree, the earlier first.
    MissingInput names what to ask for; RuleAbsent says that the document gives no number.
    """
    situation = Situation(rules, facts, today, calendar, year)
    rule = rule_about(situation, topic, audit_type)
    if rule.undated:
        raise no_number(rule)
    return _calculation(rule, dues(rule, situation), situation)


def _calculation(rule: DeadlineRule, found: Sequence[Due], situation: Situation) -> Calculation:
    counted = sorted((each for each in found if not each.exempt), key=lambda each: each.day)
    governing = list(found) if rule.combination is Combination.WINDOW else counted
    return Calculation(
        document=rule.document,
        calculator=CALCULATOR,
        label=rule.label,
        value=_value(rule, counted),
        unit=UNIT,
        inputs={name: day for each in found for name, day in each.start.inputs.items()},
        steps=tuple(_steps(rule, found)),
        quotes=tuple(_quotes(rule, governing)),
        warnings=tuple(dict.fromkeys(_warnings(rule, found, counted, situation))),
        alternatives=tuple(_alternatives(rule, found, counted, situation)),
    )


def _value(rule: DeadlineRule, counted: Sequence[Due]) -> Value:
    days = list(dict.fromkeys(each.day for each in counted))
    match rule.combination:
        case Combination.WINDOW:
            return tuple(days)
        case Combination.DISAGREE if len(days) > 1:
            return tuple(days)
        case _:
            return days[0]


def _steps(rule: DeadlineRule, found: Sequence[Due]) -> Iterator[Step]:
    yield from dict.fromkeys(step for each in found for step in each.start.steps)
    for each in found:
        if each.exempt:
            text = wording.not_counted(each.step.text, each.exempt)
            yield Step(text, each.day, each.limit.cited)
        else:
            yield each.step
    for consequence in rule.consequences:
        yield Step(wording.missed(), consequence.text, consequence.cited)


def _quotes(rule: DeadlineRule, governing: Sequence[Due]) -> Iterator[Quote]:
    """The binding limits, the other limits, what else says so, what follows; each once."""
    cited = [each.limit.cited for each in governing]
    derived = [step.quote for each in governing for step in each.start.steps if step.quote]
    cited += [each.cited for each in rule.sources()]
    yield from dict.fromkeys(cited + derived)


def _warnings(
    rule: DeadlineRule, found: Sequence[Due], counted: Sequence[Due], situation: Situation
) -> Iterator[str]:
    yield from rule.cautions
    days = [(each.day, each.limit.clause) for each in counted]
    if rule.combination is Combination.DISAGREE and len({day for day, _ in days}) > 1:
        yield wording.disagreement(days)
    for each in found:
        yield from (*each.start.warnings, *each.warnings)
    known = {id(each.limit) for each in found}
    for limit in rule.limits:
        if limit.optional and id(limit) not in known:
            yield wording.unchecked(limit.event.label, limit.cited.text)
    yield from _warnings_about_last_days(rule, counted, situation)


def _warnings_about_last_days(
    rule: DeadlineRule, counted: Sequence[Due], situation: Situation
) -> Iterator[str]:
    last_days = [each.day for each in counted if each.limit.direction is Direction.NO_LATER_THAN]
    if rule.combination is Combination.EARLIEST:
        last_days = last_days[:1]
    for day in last_days:
        if notice := wording.day_off(day, situation.calendar):
            yield notice
    if last_days and situation.today > last_days[0]:
        yield wording.passed(last_days[0], situation.today)
    end = expiry(situation) if rule.within_certificate else None
    if end and last_days and last_days[0].year >= end.day.year:
        yield wording.beyond_certificate(last_days[0], end.day)


def _alternatives(
    rule: DeadlineRule, found: Sequence[Due], counted: Sequence[Due], situation: Situation
) -> Iterator[Alternative]:
    if rule.combination is Combination.EARLIEST:
        for each in (later for later in counted if later.day > counted[0].day):
            yield Alternative(each.day, wording.not_binding(each.step.text), each.limit.cited)
    for each in found:
        yield from each.alternatives
    if rule.recurrence is Recurrence.EVERY_YEAR:
        yield from _other_years(rule, found[0], situation)


def _other_years(rule: DeadlineRule, shown: Due, situation: Situation) -> Iterator[Alternative]:
    issued = date.fromisoformat(next(iter(shown.start.inputs.values())))
    for nth, day in enumerate(anniversaries(issued, situation), start=1):
        if day != shown.start.day:
            window = tuple(limit.offset.from_day(day, situation.calendar) for limit in rule.limits)
            yield Alternative(window, wording.other_year(nth), shown.limit.cited)
