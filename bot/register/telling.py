"""The lines of a certificate's history, as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from bot.register import phrases
from bot.register.record import NewEvent, Particulars
from calculators.obligations.event_kinds import event_kinds


def told_particulars(now: Particulars, before: Particulars | None, note: str) -> str:
    """What was said of a certificate first, or what was corrected."""
    after = _fields(now)
    if before is None:
        return phrases.registered((field, words) for field, words in after.items() if words)
    earlier = _fields(before)
    changed = ((field, earlier[field], after[field]) for field in after)
    return phrases.corrected((each for each in changed if each[1] != each[2]), note)


def told_event(event: NewEvent, corrects: int | None, *, is_taken_back: bool) -> str:
    """What happened, or what is now said to have happened."""
    label = event_kinds()[event.kind].label
    if corrects is not None and is_taken_back:
        return phrases.event_taken_back(corrects, label, event.on, event.note)
    words = phrases.happened(event.on, label, event_details(event), event.note)
    return words if corrects is None else phrases.event_corrected(corrects, words)


def event_details(event: NewEvent) -> Iterator[str]:
    """What is said of an event besides its day."""
    if event.severity:
        yield event.severity.label
    if event.audit_type:
        yield event.audit_type.label
    if event.answers is not None:
        yield phrases.settles(event.answers)
    if event.expires:
        yield phrases.expires_on(event.expires)


def _fields(particulars: Particulars) -> dict[str, str]:
    counts = {phrases.HEADCOUNT: particulars.headcount, phrases.SITES: particulars.sites}
    return {
        phrases.SCHEME: particulars.document,
        phrases.NUMBER: particulars.number,
        **{field: "" if count is None else str(count) for field, count in counts.items()},
        phrases.RISK: particulars.risk.label if particulars.risk else "",
        phrases.OWNER: particulars.owner,
    }
