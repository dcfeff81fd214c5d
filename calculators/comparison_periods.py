"""Periods side by side, without a date: how long each document allows or demands, from what day.

Which rule is the strictest follows from average lengths (`rulebooks/average_lengths.toml`), so that
months and working days can be ranked; no date is computed from them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

from calculators.audit_types import AuditType
from calculators.calculation import Calculation, Value
from calculators.comparison_rows import CALCULATOR, Compared, Comparison, why_none_is_strictest
from calculators.deadline_rules import Condition, DeadlineRule, Direction, Limit, Recurrence
from calculators.deadline_terms import deadline_terms
from calculators.derivation import Derivation
from calculators.due_dates import no_number
from calculators.figures import HALF
from calculators.periods import Offset, Side, Unit
from knowledge.errors import RuleAbsent

_LENGTHS = Path(__file__).parent / "rulebooks" / "average_lengths.toml"
OTHER_DIRECTION = "有的规定最早，有的规定最晚，不能比谁更严。"
OTHER_START = "各家起算的日子不同，宽严只按期间的长短比。"
_Group = tuple[str, AuditType | None]
_Demand = tuple[Direction, Fraction]


def compare_periods(topic: str, books: Mapping[str, Sequence[DeadlineRule]]) -> Comparison:
    """What every document's rules say about a deadline topic, in the order of ``books``."""
    known = deadline_terms().topics[topic]
    topics = known.one_of or (topic,)
    ruled = {document: _about(topics, rules) for document, rules in books.items()}
    dated = [rule for rules in ruled.values() for rule in rules if rule.limits]
    groups = list(_groups(topics, dated))
    strict = [rule for group in groups for rule in _strictest(group)]
    rows = (
        replace(row, strictest=rule in strict)
        for document, rules in ruled.items()
        for row, rule in _rows(document, rules, topic, known.label)
    )
    return Comparison(topic, known.label, tuple(rows), tuple(_notes(groups, strict)))


def _about(topics: Sequence[str], rules: Sequence[DeadlineRule]) -> list[DeadlineRule]:
    return [rule for rule in rules if set(topics) & {rule.id, *rule.topics}]


def _rows(
    document: str, rules: Sequence[DeadlineRule], topic: str, label: str
) -> Iterator[tuple[Compared, DeadlineRule | None]]:
    for rule in rules:
        if rule.limits:
            yield Compared(document, _calculation(rule, topic)), rule
        else:
            yield Compared(document, absent=no_number(rule)), rule
    if not rules:
        yield Compared(document, absent=RuleAbsent(document, label)), None


def _calculation(rule: DeadlineRule, topic: str) -> Calculation:
    derivation = Derivation()
    for limit in rule.limits:
        derivation.step(demand(rule, limit), length(limit), limit)
    for caution in rule.cautions:
        derivation.warn(caution)
    lengths: tuple[Value, ...] = tuple(dict.fromkeys(map(length, rule.limits)))
    return derivation.conclude(
        rule.document,
        CALCULATOR,
        label=rule.label,
        value=lengths[0] if len(lengths) == 1 else lengths,
        unit="",
        inputs={"topic": topic},
    )


def length(limit: Limit) -> str:
    """The bare period in Chinese: 12 个月, 满 2 年, 证书到期日前 3 个月, 不晚于证书到期日."""
    if not limit.offset.value:
        return f"不{_BOUND[limit.direction]}{limit.event.label}"
    if limit.offset.side is Side.BEFORE:
        return f"{limit.event.label}前 {limit.offset}"
    if limit.offset.unit is Unit.CALENDAR_YEARS and limit.offset.value == 1:
        return "次年年末"
    waits = limit.direction is Direction.NO_EARLIER_THAN
    return f"满 {limit.offset}" if waits else str(limit.offset)


def demand(rule: DeadlineRule, limit: Limit) -> str:
    """What the limit demands, in Chinese: 证书签发日起 12 个月内."""
    yearly = "每年" if rule.recurrence is Recurrence.EVERY_YEAR else ""
    return f"{yearly}{_bounded(limit)}{_CONDITIONS.get(limit.condition, '')}"


_BOUND = {
    Direction.NO_LATER_THAN: "晚于",
    Direction.NO_EARLIER_THAN: "早于",
    Direction.EXPECTED: "晚于",
}
_CONDITIONS = {
    Condition.OUTSIDE_RECERTIFICATION_YEAR: "（应进行再认证的年份除外）",
    Condition.ONLY_FIRST_SURVEILLANCE_DONE: "（第二次监督）",
}


def _bounded(limit: Limit) -> str:
    offset, event = limit.offset, limit.event.label
    earliest = limit.direction is Direction.NO_EARLIER_THAN
    if not offset.value:
        return length(limit)
    if offset.side is Side.BEFORE:
        return f"{'最早' if earliest else '至迟'}在{event}前 {offset}"
    match offset.unit:
        case Unit.CALENDAR_YEARS | Unit.DAY_OF_NEXT_MONTH:
            return f"{event}的{length(limit)}以前"
    if earliest:
        return f"{event}起{length(limit)}"
    within = "" if limit.direction is Direction.EXPECTED else "以内"
    end = "，止于对应日的前一日" if offset.ends_day_before else ""
    return f"{event}起 {offset}{within}{end}"


def _groups(topics: Sequence[str], dated: Sequence[DeadlineRule]) -> Iterator[list[DeadlineRule]]:
    """The rules that can be compared with each other: about one topic, for one kind of audit."""
    named = dict.fromkeys(kind for rule in dated for kind in rule.audit_types)
    kinds: tuple[AuditType | None, ...] = tuple(named) or (None,)
    for topic in topics:
        for kind in kinds:
            group = [rule for rule in dated if _belongs(rule, (topic, kind))]
            if group:
                yield group


def _belongs(rule: DeadlineRule, group: _Group) -> bool:
    topic, kind = group
    return topic in (rule.id, *rule.topics) and (not rule.audit_types or kind in rule.audit_types)


def _strictest(group: Sequence[DeadlineRule]) -> list[DeadlineRule]:
    """Those that leave the least time, or make one wait the longest; none where all are equal."""
    known = {each for each in map(_demand_of, group) if each}
    several = len({rule.document for rule in group}) > 1 and len(known) > 1
    if not several or len({direction for direction, _ in known}) > 1:
        return []
    waits = next(iter(known))[0] is Direction.NO_EARLIER_THAN
    lengths = [days for _, days in known]
    most = max(lengths) if waits else min(lengths)
    return [rule for rule in group if (found := _demand_of(rule)) and found[1] == most]


def _demand_of(rule: DeadlineRule) -> _Demand | None:
    """How far the rule reaches, on average and in days; None where it has more than one side."""
    directions = {limit.direction for limit in rule.limits}
    if len(directions) != 1:
        return None
    direction = directions.pop()
    reaches = [_days(limit.offset) for limit in rule.limits]
    return direction, max(reaches) if direction is Direction.NO_EARLIER_THAN else min(reaches)


def _days(offset: Offset) -> Fraction:
    """The average number of days; negative before the event."""
    average = _average_lengths()
    match offset.unit:
        case Unit.CALENDAR_YEARS:
            days = (offset.value + HALF) * average[Unit.YEARS]
        case Unit.DAY_OF_NEXT_MONTH:
            days = offset.value + HALF * average[Unit.MONTHS]
        case _:
            days = offset.value * average[offset.unit]
    days = days - 1 if offset.ends_day_before else days
    return days if offset.side is Side.AFTER else -days


@cache
def _average_lengths() -> Mapping[Unit, Fraction]:
    data = tomllib.loads(_LENGTHS.read_text("utf-8"))
    return {Unit(name): Fraction(value) for name, value in data.items()}


def _notes(groups: Sequence[list[DeadlineRule]], strict: Sequence[DeadlineRule]) -> Iterator[str]:
    if not strict:
        widest = max(groups, key=len, default=[])
        several = {(_demand_of(rule) or (None,))[0] for rule in widest}
        yield OTHER_DIRECTION if len(several) > 1 else why_none_is_strictest(widest)
    elif any(
        _starts_differ(group) for group in groups if set(map(id, group)) & set(map(id, strict))
    ):
        yield OTHER_START


def _starts_differ(group: Sequence[DeadlineRule]) -> bool:
    return len({rule.limits[0].trigger for rule in group}) > 1
