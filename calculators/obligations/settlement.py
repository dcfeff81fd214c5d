"""What meets an obligation, and what makes it void."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from calculators.obligations.cycle_occurrences import in_cycle
from calculators.obligations.event import Event
from calculators.obligations.event_kinds import Status, event_kinds
from calculators.obligations.event_occurrences import openings
from calculators.obligations.occurrence import Occurrence
from calculators.obligations.surveillance import nth_done
from calculators.obligations.terms import Basis
from calculators.obligations.timeline import OPENINGS, Timeline
from calculators.working_days import WorkingCalendar


def met_by(
    occurrence: Occurrence,
    due: date | None,
    window: tuple[date, date] | None,
    timeline: Timeline,
    calendar: WorkingCalendar,
) -> Event | None:
    """The event that meets an obligation; None where none does before it is void.

    ``window`` are the days from which acts count for this anniversary and for the next one.
    """
    acts = _acts(occurrence, due, timeline, calendar)
    if window:
        acts = (each for each in acts if window[0] <= each.on < window[1])
    return next(iter(acts), None)


def _acts(
    occurrence: Occurrence, due: date | None, timeline: Timeline, calendar: WorkingCalendar
) -> Iterable[Event]:
    terms, cycle, start = occurrence.terms, occurrence.cycle, occurrence.start
    if terms.each:
        met = _one_each(occurrence, timeline).get(occurrence.opened_by.number)
        return (met,) if met else ()
    if terms.nth > 1:
        return nth_done(terms.nth, start, timeline)[1]
    acts = timeline.after(terms.met_by, start)
    if terms.basis is not Basis.EVENT and cycle:
        acts = (each for each in acts if in_cycle(each, cycle))
    if terms.strictly_after or (terms.basis is Basis.EVENT and start.kind in OPENINGS):
        acts = (each for each in acts if each.on > start.on)
    if terms.not_long_before and due:
        first_day = terms.not_long_before.from_day(due, calendar)
        unclear = terms.may_be_another
        acts = (each for each in acts if each.kind not in unclear or each.on >= first_day)
    missed = occurrence.parent.due if terms.once_overdue and occurrence.parent else None
    return _once_missed(occurrence, acts, missed, timeline) if missed else acts


def _once_missed(
    occurrence: Occurrence, acts: Iterable[Event], missed: date, timeline: Timeline
) -> Iterator[Event]:
    """The acts after a missed day, and before them the one that was still in force then."""
    kinds = event_kinds()
    standing = [each for each in timeline.events if each.on <= missed and kinds[each.kind].status]
    met_by = occurrence.terms.met_by
    suspended = standing and kinds[standing[-1].kind].status is Status.SUSPENDED
    if suspended and standing[-1].kind in met_by:
        yield standing[-1]
    yield from (each for each in acts if each.on > missed)


def _one_each(occurrence: Occurrence, timeline: Timeline) -> dict[int, Event]:
    """Which event meets which: the one that it answers, else the oldest that is open."""
    terms = occurrence.terms
    opened = openings(terms, timeline)
    found: dict[int, Event] = {}
    acts = timeline.of(terms.met_by)
    numbers = {each.number for each in opened}
    for act in acts:
        if act.answers in numbers:
            found.setdefault(act.answers, act)
    for act in (each for each in acts if each.answers not in numbers):
        fitting = [each for each in opened if each.number not in found]
        if settled := _settled(act, fitting, occurrence, timeline):
            found[settled.number] = act
    return found


def _settled(
    act: Event, open_ones: Sequence[Event], occurrence: Occurrence, timeline: Timeline
) -> Event | None:
    """The oldest open one that an act can be about; ahead of an audit, the next audit."""
    terms = occurrence.terms
    if terms.before_opening:
        ahead = [each for each in open_ones if each.on >= act.on]
        return next(iter([*ahead, *open_ones]), None)
    return next(
        (each for each in open_ones if _from_day(each, terms.since, timeline) <= act.on), None
    )


def _from_day(opened_by: Event, since: tuple[str, ...], timeline: Timeline) -> date:
    before = timeline.latest(since, opened_by.on) if since else None
    return before.on if before else opened_by.on


def ended_on(occurrence: Occurrence, met: Event | None, timeline: Timeline) -> date | None:
    """The day from which it mattered no longer, where it was not met by then."""
    ends = [day for day in _ends(occurrence, timeline) if met is None or day < met.on]
    return min(ends, default=None)


def _ends(occurrence: Occurrence, timeline: Timeline) -> Iterator[date]:
    terms, cycle, start = occurrence.terms, occurrence.cycle, occurrence.start
    if terms.ends_at_expiry and cycle and cycle.expires and cycle.has_expired(timeline.today):
        yield cycle.expires + timedelta(days=1)
    ends = timeline.after(terms.ends_with, start)
    if terms.before_opening:
        ends = _ends_of_certificate(terms.ends_with, timeline)
    elif start.kind in OPENINGS:
        ends = (each for each in ends if each.on > start.on)
    yield from (each.on for each in ends)


def _ends_of_certificate(kinds: Sequence[str], timeline: Timeline) -> Iterator[Event]:
    """The end of a certificate that has ended by now, for what lies ahead of its own event."""
    ended = timeline.status() in (Status.WITHDRAWN, Status.CANCELLED)
    last = timeline.latest(kinds, timeline.today) if ended else None
    return iter([last] if last else [])
