"""What is said beside a result where the headcount is not exact: 三百多人, 100到200人."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import wording
from bot.assistant.understanding.rough_counts import Count
from calculators.calculation import Alternative, Calculation
from calculators.headcount_ranges import over_headcounts
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_rules import PersonDayRules
from calculators.person_days import person_days


def person_days_about(
    rules: PersonDayRules, rough: Sequence[Count], request: PersonDayRequest
) -> Calculation:
    """The person-days, with what the other headcounts that may be meant would take."""
    shown = person_days(rules, request)
    count = next((each for each in rough if each.value == request.headcount), None)
    if count is None or count.least < 1:
        return shown
    stretches = over_headcounts(rules, request, count.least, count.most)
    others = tuple(
        Alternative(each.value, wording.if_so_many(each.first, each.last))
        for each in stretches
        if each.value != shown.value
    )
    warning = wording.rough_headcount(
        count.words, count.least, count.most, count.value, changes=bool(others)
    )
    return replace(
        shown,
        alternatives=(*others, *shown.alternatives),
        warnings=(warning, *shown.warnings),
    )
