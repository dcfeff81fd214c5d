"""From facts to days: when an event was, and where the limits of a rule end.

An event whose day is not known may follow from another rule of the same document: a certificate's
expiry from its issue, the next surveillance from the last one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from calculators import deadline_wording as wording
from calculators.calculation import Alternative, Step
from calculators.deadline_rules import (
    Combination,
    Condition,
    DeadlineRule,
    Direction,
    Limit,
    Recurrence,
)
from calculators.deadline_situation import Due, KnownDay, Situation
from calculators.deadline_terms import Trigger, deadline_terms
from calculators.periods import Offset, Unit
from calculators.working_days import WorkingCalendar
from knowledge.errors import MissingInput, OutOfRange, RuleAbsent

_ANY_EVENT = "event_date"


def rule_about(situation: Situation, topic: str, audit_type: str | None = None) -> DeadlineRule:
    """The one rule about a topic.

    MissingInput asks for the audit type where it decides; RuleAbsent where there is no rule.
    """
    known = deadline_terms().topics.get(topic)
    if known is not None and known.one_of:
        return _first_computable(situation, known.one_of)
    found = situation.about(topic, audit_type)
    if not found:
        document = situation.rules[0].document if situation.rules else ""
        raise RuleAbsent(document, known.label if known else topic)
    dated = [rule for rule in found if rule.limits]
    if len(found) > 1 and len(dated) != 1:
        dated = [rule for rule in dated if _is_meant(rule, situation)]
        if len(dated) != 1:
            raise MissingInput(("audit_type",))
    return dated[0] if dated else found[0]


def _is_meant(rule: DeadlineRule, situation: Situation) -> bool:
    """Whether the facts name the very events of the rule, so that no audit type need be asked."""
    try:
        found = dues(rule, situation)
    except MissingInput:
        return False
    return bool(found) and all(_ANY_EVENT not in each.start.inputs for each in found)


def _first_computable(situation: Situation, topics: Sequence[str]) -> DeadlineRule:
    """The first of the topics whose facts are known, else the last that has a day at all."""
    dated = [topic for topic in topics if any(r.limits for r in situation.about(topic))]
    for topic in dated:
        rule = rule_about(situation, topic)
        try:
            dues(rule, situation)
        except (MissingInput, OutOfRange):
            continue
        return rule
    return rule_about(situation, dated[-1] if dated else topics[0])


def no_number(rule: DeadlineRule) -> RuleAbsent:
    """The refusal where a document gives no number, with the clauses that should."""
    clauses = tuple(dict.fromkeys(each.clause for each in rule.undated))
    return RuleAbsent(rule.document, wording.no_number(rule.label, rule.why_undated), clauses)


def known_day(trigger: Trigger, situation: Situation) -> KnownDay:
    """The day of an event; MissingInput names the fact to ask for."""
    for name in (trigger.name, *trigger.accepts):
        if name in situation.facts:
            return _given(trigger, name, situation)
    if trigger.derive is None:
        raise MissingInput((trigger.asked_name,))
    try:
        return replace(last_day(trigger.derive, situation), label=trigger.label)
    except (MissingInput, RuleAbsent) as missing:
        raise MissingInput((trigger.asked_name,)) from missing


def _given(trigger: Trigger, name: str, situation: Situation) -> KnownDay:
    day = situation.facts[name]
    if trigger.follows:
        try:
            before = known_day(deadline_terms().triggers[trigger.follows], situation)
        except MissingInput:
            before = None
        if before and day < before.day:
            raise OutOfRange(
                name, day, wording.before_the_certificate(trigger.label, day, before.day)
            )
    return KnownDay(trigger.label, day, {name: day.isoformat()})


def last_day(topic: str, situation: Situation) -> KnownDay:
    """The last day that the document's rule about a topic allows."""
    rule = rule_about(situation, topic)
    counted = [each for each in dues(rule, situation) if not each.exempt]
    if not counted:
        raise no_number(rule)
    last = min(
        (each for each in counted if each.limit.direction is Direction.NO_LATER_THAN),
        key=lambda each: each.day,
        default=counted[-1],
    )
    return KnownDay(
        rule.label,
        last.day,
        last.start.inputs,
        (*last.start.steps, last.step),
        (*last.start.warnings, *last.warnings),
    )


def dues(rule: DeadlineRule, situation: Situation) -> list[Due]:
    """Where the limits of a rule end; MissingInput where a fact that decides is not known."""
    found: list[Due] = []
    missing: MissingInput | None = None
    for limit in rule.limits:
        try:
            found.append(due(rule, limit, situation))
        except MissingInput as error:
            if not limit.optional and rule.combination is not Combination.FIRST_KNOWN:
                raise
            missing = error
    if rule.combination is Combination.FIRST_KNOWN and not found and missing:
        raise missing
    return found[:1] if rule.combination is Combination.FIRST_KNOWN else found


def due(rule: DeadlineRule, limit: Limit, situation: Situation) -> Due:
    """Where one limit of a rule ends."""
    start = known_day(limit.event, situation)
    if rule.recurrence is Recurrence.EVERY_YEAR:
        start = _next_anniversary(start, situation)
    day = limit.offset.from_day(start.day, situation.calendar)
    text = wording.counted_from(start.label, start.day, limit.offset)
    found = Due(
        limit,
        start,
        day,
        Step(text, day, limit.cited),
        tuple(_counting_warnings(limit.offset, start.day, day, situation.calendar)),
        tuple(_readings(limit, day, situation)),
    )
    match limit.condition:
        case Condition.OUTSIDE_RECERTIFICATION_YEAR:
            return _outside_recertification_year(found, situation)
        case Condition.ONLY_FIRST_SURVEILLANCE_DONE:
            return _only_first_surveillance_done(found, situation)
        case Condition.ALWAYS:
            return found


def _counting_warnings(
    offset: Offset, start: date, end: date, calendar: WorkingCalendar
) -> Iterator[str]:
    if offset.lacks_corresponding_day(start):
        yield wording.no_corresponding_day(start, end)
    if offset.unit is Unit.WORKING_DAYS and (years := calendar.unpublished_years(start, end)):
        yield wording.provisional_years(years)


def _readings(limit: Limit, taken: date, situation: Situation) -> Iterator[Alternative]:
    for reading in limit.readings:
        try:
            start = known_day(reading.event, situation).day
        except MissingInput:
            continue
        day = reading.offset.from_day(start, situation.calendar)
        plain = not reading.only_without_corresponding_day
        if day != taken and (plain or reading.offset.lacks_corresponding_day(start)):
            yield Alternative(day, reading.why, limit.cited)


def expiry(situation: Situation) -> KnownDay | None:
    """The day on which the certificate expires, where it is known or can be computed."""
    try:
        return known_day(deadline_terms().triggers["certificate_expires"], situation)
    except MissingInput:
        return None


def anniversaries(start: date, situation: Situation) -> list[date]:
    """The anniversaries of a day up to the certificate's expiry, or to the next one from today."""
    end = expiry(situation)
    last = end.day if end else max(start, situation.today) + relativedelta(years=1)
    found: list[date] = []
    while (day := start + relativedelta(years=len(found) + 1)) <= last:
        found.append(day)
    return found


def _next_anniversary(start: KnownDay, situation: Situation) -> KnownDay:
    """The anniversary in the asked year, else the next one from today, else the last one."""
    days = anniversaries(start.day, situation)
    if situation.year is not None:
        fitting = [day for day in days if day.year == situation.year]
    else:
        fitting = [day for day in days if day >= situation.today] or days[-1:]
    if not fitting:
        raise OutOfRange("year", situation.year, wording.no_anniversary(start.label))
    label = wording.anniversary(start.label, days.index(fitting[0]) + 1)
    return replace(start, label=label, day=fitting[0])


def _outside_recertification_year(found: Due, situation: Situation) -> Due:
    year = found.day.year
    end = expiry(situation)
    if end is None:
        unknown = wording.recertification_year_unknown(year)
        return replace(found, warnings=(*found.warnings, unknown))
    start = replace(found.start, inputs={**found.start.inputs, **end.inputs})
    exempt = wording.recertification_year(year) if year >= end.day.year else ""
    return replace(found, start=start, exempt=exempt)


def _only_first_surveillance_done(found: Due, situation: Situation) -> Due:
    """Whether the second surveillance is still to come.

    A surveillance after the last day for the first one is taken for the second, because a
    certificate whose first one is overdue is suspended; the other reading is shown.
    """
    facts = situation.facts
    if "second_surveillance" in facts:
        done = wording.second_surveillance_done(facts["second_surveillance"], None)
        return replace(found, exempt=done)
    last = facts.get("last_surveillance_date")
    if last is None or last == facts.get("first_surveillance"):
        return found
    first_limit = last_day("first_surveillance", situation).day
    if last <= first_limit:
        return found
    reading = Alternative(
        found.day, wording.if_it_was_the_first(found.step.text), found.limit.cited
    )
    return replace(
        found,
        exempt=wording.second_surveillance_done(last, first_limit),
        alternatives=(*found.alternatives, reading) if last < found.day else found.alternatives,
    )
