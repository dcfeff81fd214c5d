"""Which audit a nonconformity was found in, and when the next one is."""

from __future__ import annotations

from datetime import date

from calculators.audit_types import AuditType
from calculators.obligations.event import Event
from calculators.obligations.occurrence import Kept
from calculators.obligations.terms import obligation_terms
from calculators.obligations.timeline import Cycle, Timeline

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
    cycle: Cycle | None,
    surveillances: Kept,
    timeline: Timeline,
) -> dict[str, date]:
    """When the audit after the one in which something was found was done, is planned or due."""
    since = max(event.on, end.on) if end else event.on
    for each in timeline.of(_NEXT):
        if each.on > since:
            return {"next_audit": each.on}
    plans = [each.on for each in timeline.of(("audit_planned",)) if each.on > since]
    ahead = [day for day in plans if day >= timeline.today]
    if ahead:
        return {"next_audit": ahead[0]}
    running = [each for each in surveillances if each[1].met_by is None]
    if running:
        return dict(min(running, key=lambda each: each[1].due or date.max)[0].facts)
    return {"next_audit": cycle.expires} if cycle and cycle.expires else {}
