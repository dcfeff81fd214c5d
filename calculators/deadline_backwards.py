"""Deadlines read backwards: from the day of the act to the days on which its event may lie.

The audit plan was reported on this day, so when may the audit start; the certificate is wanted by
that day, so when must the contract be signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from calculators import deadline_wording as wording
from calculators.audit_types import AuditType
from calculators.calculation import Calculation, Step
from calculators.deadline_rules import Combination, DeadlineRule, Direction, Limit
from calculators.deadline_situation import Situation
from calculators.deadlines import CALCULATOR, UNIT
from calculators.due_dates import no_number, rule_about
from calculators.periods import Unit, earliest_start, latest_start
from calculators.working_days import WorkingCalendar


def event_day(
    topic: str,
    rules: Sequence[DeadlineRule],
    act: date,
    today: date,
    calendar: WorkingCalendar,
    *,
    audit_type: AuditType | None = None,
) -> Calculation:
    """The days of the event from which the rule allows the act on this day.

    An act no later than some time after the event gives the earliest day of the event, one no
    earlier (or expected then) the latest, a window both. RuleAbsent where there is no number.
    """
    rule = rule_about(Situation(rules, {}, today, calendar), topic, audit_type)
    if rule.undated:
        raise no_number(rule)
    found = list(_limits_met(rule, act, calendar))
    days = _days(rule, found)
    return Calculation(
        document=rule.document,
        calculator=CALCULATOR,
        label=wording.counted_back(rule.limits[0].event.label, act),
        value=tuple(days) if len(days) > 1 else days[0],
        unit=UNIT,
        inputs={"event_date": act.isoformat()},
        steps=tuple(_step(limit, day, act) for limit, day in found),
        quotes=tuple(dict.fromkeys(source.cited for source in rule.sources())),
        warnings=tuple(dict.fromkeys(_warnings(rule, days, act, calendar))),
    )


def _limits_met(
    rule: DeadlineRule, act: date, calendar: WorkingCalendar
) -> Iterator[tuple[Limit, date]]:
    """Each limit that counts from the rule's first event, and the day of it that just fits."""
    for limit in rule.limits:
        if limit.trigger == rule.limits[0].trigger:
            find = latest_start if _bounds_from_above(limit) else earliest_start
            yield limit, find(act, limit.offset, calendar)


def _bounds_from_above(limit: Limit) -> bool:
    """Whether the event must lie on its day or before."""
    return limit.direction is not Direction.NO_LATER_THAN


def _days(rule: DeadlineRule, found: Sequence[tuple[Limit, date]]) -> list[date]:
    """The bounds of the event: what all limits allow, or each where two statements disagree."""
    if rule.combination is Combination.DISAGREE:
        return sorted({day for _, day in found})
    first = [day for limit, day in found if not _bounds_from_above(limit)]
    last = [day for limit, day in found if _bounds_from_above(limit)]
    return [*([max(first)] if first else []), *([min(last)] if last else [])]


def _step(limit: Limit, day: date, act: date) -> Step:
    latest = _bounds_from_above(limit)
    text = wording.event_allowed(limit.event.label, act, limit.offset, latest=latest)
    return Step(text, day, limit.cited)


def _warnings(
    rule: DeadlineRule, days: Sequence[date], act: date, calendar: WorkingCalendar
) -> Iterator[str]:
    yield from rule.cautions
    if any(limit.offset.unit is Unit.WORKING_DAYS for limit in rule.limits):
        years = calendar.unpublished_years(min(*days, act), max(*days, act))
        if years:
            yield wording.provisional_years(years)
