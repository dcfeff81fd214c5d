"""The cycles of a certificate and the days on which they expire."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest

from calculators.calculation import Calculation
from calculators.obligations.event import Event
from calculators.obligations.reckoning import Reckoning
from calculators.obligations.timeline import OPENINGS, Cycle, Timeline
from knowledge.errors import OutOfRange


def cycles(
    timeline: Timeline, reckoning: Reckoning | None, known: date | None = None
) -> list[Cycle]:
    """The cycles that are known, oldest first.

    Without a reckoning only printed days of expiry are known, and ``known`` for the last cycle.
    """
    openings = timeline.of(OPENINGS)
    found: list[Cycle] = []
    for opening, until in zip_longest(openings, openings[1:]):
        renews = found[-1] if found and opening.kind == "renewed" else None
        ruled = _ruled(opening, renews, reckoning) if reckoning else None
        told = known if until is None else None
        expires = opening.expires or (day_of(ruled) if ruled else told)
        found.append(Cycle(opening, until, expires, ruled, renews))
    return found


def _ruled(opening: Event, renews: Cycle | None, reckoning: Reckoning) -> Calculation | None:
    """The expiry that the document rules: a renewed certificate's from the one before it."""
    if renews and renews.expires:
        found = _calculated("renewal_expiry", "certificate_expires", renews.expires, reckoning)
        if found and day_of(found) > opening.on:
            return found
    return _calculated("certificate_expiry", "certificate_issued", opening.on, reckoning)


def _calculated(topic: str, trigger: str, day: date, reckoning: Reckoning) -> Calculation | None:
    rule = reckoning.entries.by_topic.get(topic)
    if rule is None:
        return None
    try:
        return reckoning.calculation(rule, {trigger: day})
    except OutOfRange:
        return None


def day_of(calculation: Calculation) -> date:
    """The day that a calculation gives, the earlier of two."""
    found = calculation.value
    return min(
        each for each in (found if isinstance(found, tuple) else (found,)) if isinstance(each, date)
    )
