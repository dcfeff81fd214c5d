"""One topic side by side over all schemes: what each demands, and which is the strictest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from calculators.audit_types import AuditType
from calculators.calculation import Calculation
from calculators.deadline_rules import DeadlineRule, Direction
from calculators.deadline_situation import Situation
from calculators.deadline_terms import deadline_terms
from calculators.deadlines import deadline
from calculators.due_dates import dues, rule_about
from calculators.working_days import WorkingCalendar
from knowledge.errors import ClauseBotError, MissingInput, OutOfRange, RuleAbsent


@dataclass(frozen=True, slots=True)
class ComparedDeadline:
    """One document in the comparison: its rule, if it has one, and the result or the hindrance."""

    document: str
    rule: DeadlineRule | None
    calculation: Calculation | None = None
    hindrance: ClauseBotError | None = None
    strictest: bool = False


def compare_deadlines(
    topic: str,
    books: Mapping[str, Sequence[DeadlineRule]],
    facts: Mapping[str, date],
    today: date,
    calendar: WorkingCalendar,
    *,
    audit_type: AuditType | None = None,
) -> tuple[ComparedDeadline, ...]:
    """The topic in every document, in the order of ``books``.

    ``strictest`` compares the rules themselves, as if every event were today, so it needs no facts;
    where one says 最早 and another 最晚, none is the strictest.
    """
    compared = []
    for document, rules in books.items():
        events = Situation(rules, _every_event_on(today), today, calendar)
        rule = _rule(topic, events, audit_type)
        each = ComparedDeadline(document, rule)
        try:
            found = deadline(topic, rules, facts, today, calendar, audit_type=audit_type)
            each = replace(each, calculation=found)
        except (MissingInput, OutOfRange, RuleAbsent) as hindrance:
            each = replace(each, hindrance=hindrance)
        compared.append((each, _reach(rule, events)))
    strict = _strictest([reach for _, reach in compared])
    return tuple(replace(each, strictest=reach in strict) for each, reach in compared)


_Reach = tuple[Direction, date] | None


def _every_event_on(day: date) -> dict[str, date]:
    triggers = deadline_terms().triggers.values()
    return {trigger.name: day for trigger in triggers if trigger.derive is None}


def _rule(topic: str, events: Situation, audit_type: AuditType | None) -> DeadlineRule | None:
    try:
        return rule_about(events, topic, audit_type)
    except (MissingInput, RuleAbsent):
        return None


def _reach(rule: DeadlineRule | None, events: Situation) -> _Reach:
    """How far a rule reaches from today; None where it has no day, or more than one kind."""
    found = [due for due in dues(rule, events) if not due.exempt] if rule else []
    directions = {due.limit.direction for due in found}
    if len(directions) != 1:
        return None
    direction = directions.pop()
    days = [due.day for due in found]
    return direction, max(days) if direction is Direction.NO_EARLIER_THAN else min(days)


def _strictest(reaches: Sequence[_Reach]) -> set[_Reach]:
    """The earliest last day or the latest first day, where all are of one direction."""
    known = [reach for reach in reaches if reach]
    if len({direction for direction, _ in known}) != 1:
        return set()
    latest = known[0][0] is Direction.NO_EARLIER_THAN
    days = [day for _, day in known]
    return {(known[0][0], max(days) if latest else min(days))}
