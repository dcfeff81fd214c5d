"""The calculation of a certificate's expiry, and of what is counted from a printed one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from calculators import deadline_wording as wording
from calculators.calculation import Alternative, Calculation, Step
from calculators.deadline_rules import DeadlineRule
from calculators.obligations import phrases
from calculators.obligations.reckoning import Reckoning, days
from calculators.obligations.timeline import Cycle


def expiry_calculation(
    rule: DeadlineRule, cycle: Cycle, ruled: Calculation, reckoning: Reckoning
) -> Calculation:
    """What the document rules, or the day that is printed where it is another."""
    printed = cycle.opening.expires
    ruled_day = days(rule, ruled.value)[1]
    if printed is None or ruled_day is None or printed == ruled_day:
        return ruled
    others = [each for each in ruled.alternatives if each.value != printed]
    return replace(
        ruled,
        value=printed,
        inputs={**ruled.inputs, "certificate_expires": printed.isoformat()},
        steps=(*ruled.steps, Step(phrases.printed(printed), printed)),
        warnings=tuple(_warnings(rule, printed, ruled_day, reckoning)),
        alternatives=(Alternative(ruled_day, phrases.ruled(), ruled.quotes[0]), *others),
    )


def _warnings(
    rule: DeadlineRule, printed: date, ruled: date, reckoning: Reckoning
) -> Iterator[str]:
    yield from rule.cautions
    if printed > ruled:
        yield phrases.printed_too_late(printed, ruled)
    if notice := wording.day_off(printed, reckoning.calendar):
        yield notice
    if reckoning.today > printed:
        yield wording.passed(printed, reckoning.today)


def with_expiry_told(calculation: Calculation, cycle: Cycle | None) -> Calculation:
    """The calculation with the steps that led to the expiry which it counts from."""
    if cycle is None or "certificate_expires" not in calculation.inputs:
        return calculation
    printed, ruled = cycle.opening.expires, None if cycle.opening.expires else cycle.calculation
    steps = ruled.steps if ruled else ()
    if printed:
        steps = (Step(phrases.printed(printed), printed),)
    return replace(
        calculation,
        inputs={**(ruled.inputs if ruled else {}), **calculation.inputs},
        steps=(*steps, *calculation.steps),
        quotes=tuple(dict.fromkeys((*calculation.quotes, *(ruled.quotes if ruled else ())))),
    )
