"""Obligations that belong to the validity of a certificate: one of each for every cycle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from calculators.deadline_rules import Recurrence
from calculators.obligations.entries import Entry
from calculators.obligations.event import Event
from calculators.obligations.occurrence import Occurrence, Settled
from calculators.obligations.terms import TopicTerms
from calculators.obligations.timeline import Cycle, Timeline

_ENDED = ("withdrawn", "cancelled")


def in_cycles(entry: Entry, timeline: Timeline) -> Iterator[Occurrence]:
    """One time for every cycle, or for every anniversary in it."""
    for cycle in timeline.cycles:
        if cycle.opening.kind not in entry.terms.opened_by:
            continue
        start = cycle.opening
        counted = _counted_from(entry.terms, cycle, timeline)
        facts = cycle_facts(cycle, timeline)
        once = Occurrence(entry, counted or start, start, cycle, facts)
        if entry.rule.recurrence is Recurrence.EVERY_YEAR:
            yield from _every_year(once, cycle)
        else:
            yield once


def once_missed(
    occurrence: Occurrence, parents: Sequence[Settled], today: date
) -> Iterator[Occurrence]:
    """The same, where the obligation that it follows was missed."""
    for parent in parents:
        if parent.occurrence.cycle is occurrence.cycle and parent.is_missed(today):
            yield replace(occurrence, parent=parent.obligation)


def cycle_facts(cycle: Cycle | None, timeline: Timeline) -> dict[str, date]:
    """The days of a cycle, by the names of the triggers."""
    if cycle is None:
        return {}
    opening = cycle.opening
    facts = {"certificate_issued": opening.on}
    if cycle.expires:
        facts["certificate_expires"] = cycle.expires
    if audit := _initial_audit(cycle, timeline):
        facts["initial_audit_ended"] = audit.on
    ends = (each for each in timeline.after(_ENDED, opening) if in_cycle(each, cycle))
    if ended := next(ends, None):
        facts["certificate_ended"] = ended.on
    return facts


def in_cycle(event: Event, cycle: Cycle) -> bool:
    """Whether an event that follows the opening of a cycle is not after its end."""
    return cycle.until is None or event.on <= cycle.until.on


def _initial_audit(cycle: Cycle, timeline: Timeline) -> Event | None:
    """The end of the audit on which a certificate was first issued."""
    if cycle.opening.kind != "issued":
        return None
    found = timeline.latest(("stage_2_ended",), cycle.opening.on)
    before = [each for each in timeline.cycles if each.until is cycle.opening]
    stale = found is not None and bool(before) and found.on <= before[0].opening.on
    return None if stale else found


def _counted_from(terms: TopicTerms, cycle: Cycle, timeline: Timeline) -> Event | None:
    return _initial_audit(cycle, timeline) if terms.counted_from else None


def _every_year(once: Occurrence, cycle: Cycle) -> Iterator[Occurrence]:
    """One time for each anniversary until the certificate expires."""
    issued, last = cycle.opening.on, cycle.expires
    years = range(issued.year + 1, last.year + 1) if last else ()
    for nth, year in enumerate(years, start=1):
        yield replace(once, year=year, nth=nth)
