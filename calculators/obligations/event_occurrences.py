"""Obligations that single events open: a decision, a nonconformity, a complaint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from calculators.obligations import audits, phrases
from calculators.obligations.cycle_occurrences import cycle_facts
from calculators.obligations.entries import Entry
from calculators.obligations.event import Event, Severity
from calculators.obligations.event_kinds import event_kinds
from calculators.obligations.occurrence import Occurrence, Settled
from calculators.obligations.surveillance import DONE, after_surveillance
from calculators.obligations.terms import TopicTerms
from calculators.obligations.timeline import Timeline

_FOUND_IN_AUDIT = ("nonconformity_raised", "observation_raised")


def by_events(
    entry: Entry, surveillances: Sequence[Settled], timeline: Timeline
) -> Iterator[Occurrence]:
    """One time for every event that opens it."""
    for event in openings(entry.terms, timeline):
        if event.kind in _FOUND_IN_AUDIT:
            yield from _found_in_audit(entry, event, surveillances, timeline)
        else:
            yield _opened(entry, event, timeline)
    if entry.terms.else_per_cycle:
        yield from _in_other_cycles(entry, timeline)


def openings(terms: TopicTerms, timeline: Timeline) -> list[Event]:
    """The events that open it, nonconformities of any severity and audit among them."""
    return [each for each in timeline.of(terms.opened_by) if _opens(each, terms, timeline)]


def _opens(event: Event, terms: TopicTerms, timeline: Timeline) -> bool:
    if terms.statuses and timeline.status(eve_of=event.on) not in terms.statuses:
        return False
    if terms.unless_last_audit:
        last = timeline.latest(timeline.audit_end(None), event.on)
        return last is None or last.kind not in terms.unless_last_audit
    planned = event.kind == "audit_planned" and terms.audit_types
    return not planned or event.audit_type in terms.audit_types


def _opened(entry: Entry, event: Event, timeline: Timeline) -> Occurrence:
    cycle = timeline.cycle_of(event)
    facts = cycle_facts(cycle, timeline)
    if event.kind in DONE and cycle:
        facts = after_surveillance(event, cycle, timeline)
    facts |= dict.fromkeys(event_kinds()[event.kind].triggers, event.on)
    return Occurrence(entry, event, event, cycle, facts)


def _found_in_audit(
    entry: Entry, event: Event, surveillances: Sequence[Settled], timeline: Timeline
) -> Iterator[Occurrence]:
    """A finding of the rule's severity and audit, counted from the end of its audit."""
    kind, end = audits.audit_of(event, timeline)
    wanted = entry.terms.audit_types or entry.rule.audit_types
    if _differs(event, entry.terms) or (wanted and kind not in wanted):
        return
    once = _opened(entry, event, timeline)
    counted = audits.audit_facts(kind, event, end)
    triggers = {limit.trigger for limit in entry.rule.limits}
    facts = {**once.facts, **counted}
    if "next_audit" in triggers:
        facts |= audits.next_audit(event, end, surveillances, timeline)
    told = [phrases.severity_unknown()] if entry.terms.severity and not event.severity else []
    if end is None and not triggers.isdisjoint(counted):
        told.append(phrases.audit_end_unknown(kind.label, event.on))
    yield replace(once, facts=facts, warnings=tuple(told))


def _differs(event: Event, terms: TopicTerms) -> bool:
    """Whether the finding is of another severity; one that is not recorded counts as major."""
    if terms.any_severity or terms.severity is None:
        return False
    return (event.severity or Severity.MAJOR) is not terms.severity


def _in_other_cycles(entry: Entry, timeline: Timeline) -> Iterator[Occurrence]:
    """The cycles in which no such event is recorded, counted from their opening."""
    for cycle in timeline.cycles:
        before = [each.opening.on for each in timeline.cycles if each.until is cycle.opening]
        events = [
            each for each in timeline.of(entry.terms.opened_by) if not before or each.on > before[0]
        ]
        if not any(cycle.until is None or each.on <= cycle.until.on for each in events):
            facts = cycle_facts(cycle, timeline)
            facts |= {entry.rule.limits[0].trigger: cycle.opening.on}
            yield Occurrence(entry, cycle.opening, cycle.opening, cycle, facts)
