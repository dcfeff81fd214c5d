"""Which audit a nonconformity was found in, and when the next one is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from calculators.audit_types import AuditType
from calculators.obligations.event import Event
from calculators.obligations.occurrence import Settled
from calculators.obligations.terms import obligation_terms
from calculators.obligations.timeline import OPENINGS, Timeline

_ENDS = {AuditType.INITIAL: "stage_2_ended", AuditType.SURVEILLANCE: "audited_surveillance_ended"}
_NEXT = ("surveillance_ended", "recertification_ended")


def audit_of(event: Event, timeline: Timeline) -> tuple[AuditType, Event | None]:
    """The type and the end of the audit in which something was found.

    The end is the nearest one of the type, None where none is near. Where the type is not
    recorded, it is that of the nearest audit, else the one that is done at that time.
    """
    ends = obligation_terms().conventions.audit_ends
    found = _nearest(event, timeline.audit_end(event.audit_type), timeline)
    if event.audit_type is not None:
        return event.audit_type, found
    if found is not None:
        return next(kind for kind, end in ends.items() if end == found.kind), found
    known = timeline.cycle_of(event)
    return (AuditType.SURVEILLANCE if known else AuditType.INITIAL), None


def _nearest(event: Event, kinds: tuple[str, ...], timeline: Timeline) -> Event | None:
    farthest = obligation_terms().conventions.nearest_audit_days
    near = [each for each in timeline.of(kinds) if abs((each.on - event.on).days) <= farthest]
    return min(near, key=lambda each: abs((each.on - event.on).days), default=None)


def audit_facts(kind: AuditType, found: Event, end: Event | None) -> dict[str, date]:
    """The day from which a nonconformity's period is counted: the audit's end, else its own."""
    name = _ENDS.get(kind)
    return {name: end.on if end else found.on} if name else {}


def next_audit(
    event: Event,
    end: Event | None,
    surveillances: Sequence[Settled],
    timeline: Timeline,
) -> dict[str, date]:
    """When the audit after the one in which something was found was done, is planned or due."""
    since = max(event.on, end.on) if end else event.on
    for each in timeline.of(_NEXT):
        if each.on > since:
            return {"next_audit": each.on}
    plans = [each.on for each in timeline.of(("audit_planned",)) if each.on > since]
    ahead = [day for day in plans if day >= timeline.today]
    return {"next_audit": ahead[0]} if ahead else _audit_due(since, surveillances, timeline)


def _audit_due(
    since: date, surveillances: Sequence[Settled], timeline: Timeline
) -> dict[str, date]:
    """The facts of the surveillance that is due after a day, else the expiry: recertification."""
    starts = [each.opening for each in timeline.cycles]
    before = timeline.latest((*OPENINGS, *_NEXT), since) or next(iter(starts), None)
    for each in surveillances:
        if each.occurrence.start is before:
            return dict(each.occurrence.facts)
    cycle = timeline.cycle_of(before) if before else None
    return {"next_audit": cycle.expires} if cycle and cycle.expires else {}
