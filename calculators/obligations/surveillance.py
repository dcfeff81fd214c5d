"""The surveillance audits of a cycle: which were done, which is to come, what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from calculators.audit_types import AuditType
from calculators.obligations.cycle_occurrences import cycle_facts
from calculators.obligations.entries import Entry
from calculators.obligations.event import Event
from calculators.obligations.occurrence import Occurrence, Settled
from calculators.obligations.terms import obligation_terms
from calculators.obligations.timeline import Cycle, Timeline

DONE = ("surveillance_ended",)
_AGAIN = ("recertification_ended",)


def done_in(opening: Event, timeline: Timeline) -> list[Event]:
    """The surveillance audits of the cycle that an issue or renewal opened, oldest first."""
    cycles = [(each, timeline.cycle_of(each)) for each in timeline.of(DONE)]
    return [each for each, cycle in cycles if cycle and cycle.opening is opening]


def after_surveillance(opened_by: Event, cycle: Cycle, timeline: Timeline) -> dict[str, date]:
    """The facts from which the surveillance after one that was done is counted.

    Where only one is known and it was late, the calculator takes it for the second, unless it is
    told that it was the first.
    """
    done = done_in(cycle.opening, timeline)
    known = done[: done.index(opened_by) + 1]
    facts = cycle_facts(cycle, timeline)
    facts |= {"surveillance_ended": opened_by.on, "last_surveillance_date": opened_by.on}
    if len(known) == 1 and _is_first(opened_by, cycle.opening, timeline):
        facts["first_surveillance"] = opened_by.on
    elif len(known) > 1:
        facts["second_surveillance"] = known[1].on
    return facts


def nth_done(nth: int, opening: Event, timeline: Timeline) -> tuple[list[Event], list[Event]]:
    """The surveillance audits before the n-th of a cycle, and those from it on."""
    done = done_in(opening, timeline)
    if done and not _is_first(done[0], opening, timeline):
        nth -= 1
    return done[: nth - 1], done[nth - 1 :]


def before_nth(occurrence: Occurrence, timeline: Timeline) -> Occurrence:
    """The n-th surveillance of a cycle, counted from the one before it too where that is done."""
    before, _ = nth_done(occurrence.terms.nth, occurrence.start, timeline)
    done = {"surveillance_ended": before[-1].on} if before else {}
    return replace(occurrence, facts={**occurrence.facts, **done})


def _is_first(event: Event, opening: Event, timeline: Timeline) -> bool:
    """Whether the earliest surveillance that is known of a cycle is its first one."""
    months = obligation_terms().conventions.first_surveillance_months
    if event.on <= opening.on + relativedelta(months=months):
        return True
    suspended = timeline.after(("suspended",), opening)
    return any(each.on <= event.on for each in suspended)


def after_recertification(entry: Entry, timeline: Timeline) -> Iterator[Occurrence]:
    """The first surveillance of a renewed cycle, counted from the recertification audit.

    The issue is left out of the facts, because the audit came before it.
    """
    for cycle in timeline.cycles:
        if cycle.renews is None or cycle.expires is None:
            continue
        audit = timeline.latest(_AGAIN, cycle.opening.on)
        if audit is None or audit.on <= cycle.renews.opening.on:
            audit = cycle.opening
        facts = {"surveillance_ended": audit.on, "certificate_expires": cycle.expires}
        told = (caution,) if (caution := entry.terms.caution) else ()
        yield Occurrence(entry, audit, cycle.opening, cycle, facts, warnings=told)


def hanging_on(
    entry: Entry, surveillances: Sequence[Settled], timeline: Timeline
) -> Iterator[Occurrence]:
    """What is to be done before or after each surveillance."""
    for settled in surveillances:
        of, parent = settled.occurrence, settled.obligation
        if entry.terms.once_overdue and not settled.is_missed(timeline.today):
            continue
        facts = dict(of.facts)
        if planned := planned_day(of.start, parent.met_by, timeline):
            facts["surveillance_planned"] = planned
        yield replace(of, entry=entry, facts=facts, parent=parent)


def planned_day(start: Event, done: Event | None, timeline: Timeline) -> date | None:
    """For which day the surveillance is planned: the next day from today on, else the last."""
    plans = [
        each.on
        for each in timeline.after(("audit_planned",), start)
        if each.audit_type is AuditType.SURVEILLANCE and (done is None or each.on <= done.on)
    ]
    ahead = [day for day in plans if day >= timeline.today]
    return ahead[0] if ahead and done is None else (plans[-1] if plans else None)
