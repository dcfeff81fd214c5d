"""From the times that a rule applies to obligations: the days, what met them, how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from calculators import deadline_wording as wording
from calculators.calculation import Calculation
from calculators.obligations import phrases
from calculators.obligations.entries import EXPIRY
from calculators.obligations.event import Event
from calculators.obligations.event_kinds import event_kinds
from calculators.obligations.expiry import expiry_calculation, with_expiry_told
from calculators.obligations.obligation import Obligation, State
from calculators.obligations.occurrence import Occurrence, Settled
from calculators.obligations.reckoning import Reckoning, days
from calculators.obligations.settlement import ended_on, met_by
from calculators.obligations.timeline import Timeline
from knowledge.errors import MissingInput, OutOfRange


@dataclass(frozen=True, slots=True)
class _Dated:
    """An occurrence with its days."""

    occurrence: Occurrence
    calculation: Calculation
    earliest: date | None
    due: date | None


def settled(
    occurrences: Sequence[Occurrence], timeline: Timeline, reckoning: Reckoning, soon: int
) -> Iterator[Settled]:
    """The obligations that one rule makes, those that no longer matter among them."""
    dated = [each for one in occurrences if (each := _dated(one, timeline, reckoning))]
    for place, each in enumerate(dated):
        window = _window(each, dated[place + 1 :])
        met = met_by(each.occurrence, each.due, window, timeline, reckoning.calendar)
        ended = ended_on(each.occurrence, met, timeline)
        if not _is_superseded(each):
            obligation = _obligation(each, None if ended else met, reckoning, soon)
            yield Settled(each.occurrence, obligation, ended)


def _dated(occurrence: Occurrence, timeline: Timeline, reckoning: Reckoning) -> _Dated | None:
    try:
        calculation = _calculation(occurrence, reckoning)
    except (MissingInput, OutOfRange) as error:
        if occurrence.nth is None:
            _note(error, occurrence, timeline, reckoning)
        return None
    earliest, due = days(occurrence.rule, calculation.value)
    return _Dated(occurrence, calculation, earliest, due)


def _note(
    error: MissingInput | OutOfRange,
    occurrence: Occurrence,
    timeline: Timeline,
    reckoning: Reckoning,
) -> None:
    """A gap, where the obligation is neither met nor void."""
    met = met_by(occurrence, None, None, timeline, reckoning.calendar)
    if met is None and ended_on(occurrence, None, timeline) is None:
        reckoning.note(error, occurrence)


def _calculation(occurrence: Occurrence, reckoning: Reckoning) -> Calculation:
    rule, cycle = occurrence.rule, occurrence.cycle
    if occurrence.topic == EXPIRY and cycle and cycle.calculation:
        return expiry_calculation(rule, cycle, cycle.calculation, reckoning)
    found = reckoning.calculation(rule, occurrence.facts, occurrence.year)
    return with_expiry_told(found, cycle)


def _window(dated: _Dated, later: Sequence[_Dated]) -> tuple[date, date] | None:
    """From when to before when an act counts for an anniversary of a cycle."""
    if dated.occurrence.nth is None or dated.earliest is None:
        return None
    cycle = dated.occurrence.cycle
    following = [each.earliest for each in later if each.occurrence.cycle is cycle]
    return dated.earliest, next((day for day in following if day), date.max)


def _is_superseded(dated: _Dated) -> bool:
    """Whether the recertification takes the place of a surveillance."""
    cycle = dated.occurrence.cycle
    if not dated.occurrence.terms.within_certificate or cycle is None:
        return False
    return dated.due is not None and cycle.expires is not None and dated.due >= cycle.expires


def _obligation(dated: _Dated, met: Event | None, reckoning: Reckoning, soon: int) -> Obligation:
    occurrence, rule = dated.occurrence, dated.occurrence.rule
    told = (*occurrence.warnings, *_too_early(dated, met), *dated.calculation.warnings)
    if met and dated.due:
        gone_by = wording.passed(dated.due, reckoning.today)
        told = tuple(each for each in told if each != gone_by)
    calculation = dated.calculation
    if told != calculation.warnings:
        calculation = replace(calculation, warnings=told)
    nth = occurrence.nth
    return Obligation(
        key=occurrence.key,
        topic=occurrence.topic,
        label=rule.label if nth is None else phrases.nth_year(rule.label, nth),
        opened_by=occurrence.opened_by,
        calculation=calculation,
        earliest=dated.earliest,
        due=dated.due,
        state=state(dated.due, met, reckoning.today, soon),
        met_by=met,
        consequences=occurrence.entry.consequences,
    )


def _too_early(dated: _Dated, met: Event | None) -> Iterator[str]:
    earliest, may_be = dated.earliest, dated.occurrence.terms.may_be_early
    if met and earliest and met.on < earliest and not may_be:
        yield phrases.too_early(event_kinds()[met.kind].label, met.on, earliest)


def state(due: date | None, met: Event | None, today: date, soon: int) -> State:
    """How an obligation stands: it is overdue from the day after its last day on."""
    if met is not None:
        return State.MET
    if due is None:
        return State.OPEN
    if today > due:
        return State.OVERDUE
    return State.DUE_SOON if (due - today).days <= soon else State.OPEN
