"""What each headcount of a range would take: 100到200人, where only the ends are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from calculators.calculation import Value
from calculators.derivation import Derivation
from calculators.initial_time import effective_people
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_rules import PersonDayRules
from calculators.person_days import person_days


@dataclass(frozen=True, slots=True)
class Stretch:
    """Headcounts from ``first`` to ``last``, both included, that take the same ``value``."""

    first: int
    last: int
    value: Value


def over_headcounts(
    rules: PersonDayRules, request: PersonDayRequest, least: int, most: int
) -> tuple[Stretch, ...]:
    """The results from ``least`` to ``most`` people, neighbours with the same one joined.

    Beyond the last row of the table, where results are extrapolated, only ``most`` is computed.
    """
    joined: list[Stretch] = []
    for first, last in _rows(rules, request, least, most):
        value = person_days(rules, replace(request, headcount=last)).value
        if joined and joined[-1].value == value:
            joined[-1] = replace(joined[-1], last=last)
        else:
            joined.append(Stretch(first, last, value))
    return tuple(joined)


def _rows(
    rules: PersonDayRules, request: PersonDayRequest, least: int, most: int
) -> Iterator[tuple[int, int]]:
    """The parts of the range that lie in one row each, and the part beyond the last row."""
    people = effective_people(rules, replace(request, headcount=least), Derivation())
    more = people - least
    edges = [band.last - more for band in rules.bands if least <= band.last - more < most]
    first = least
    for last in (*edges, most):
        yield first, last
        first = last + 1
