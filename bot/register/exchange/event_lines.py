"""Events as lines of one cell: what an export writes, an import reads again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.register.errors import RegisterRefuses
from bot.register.exchange import cells, phrases
from bot.register.exchange.columns import event_kind
from bot.register.record import NewEvent, RecordedEvent
from calculators.audit_types import AuditType
from calculators.obligations.event import Severity
from calculators.obligations.event_kinds import event_kinds

_LINE = re.compile(
    r"(?:(?P<number>\d{1,4})[.、)]\s*)?(?P<day>\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?)\s*"
    r"(?P<kind>[^\[]+?)(?P<details>(?:\s*\[[^\]]*\])*)\s*(?:备注[:：]\s*(?P<note>.*))?"
)
_DETAIL = re.compile(r"\[([^\]]*)\]")
_ANSWERS = re.compile(r"回应第\s*(\d+)\s*条")
_EXPIRES = re.compile(r"有效期至\s*(.+)")
_SEVERITIES = {severity.label: severity for severity in Severity}
_AUDIT_TYPES = {kind.label: kind for kind in AuditType}


def written(events: tuple[RecordedEvent, ...]) -> str:
    """The events in the order of their numbers, a line each."""
    numbered = sorted(events, key=lambda each: each.event.number)
    return "\n".join(_line(each) for each in numbered)


def _line(recorded: RecordedEvent) -> str:
    event = recorded.event
    details = "".join(f" [{detail}]" for detail in _details(recorded))
    note = f" 备注：{recorded.note}" if recorded.note else ""
    return f"{event.number}. {event.on} {event_kinds()[event.kind].label}{details}{note}"


def _details(recorded: RecordedEvent) -> Iterator[str]:
    event = recorded.event
    if event.severity:
        yield event.severity.label
    if event.audit_type:
        yield event.audit_type.label
    if event.answers is not None:
        yield f"回应第 {event.answers} 条"
    if event.expires:
        yield f"有效期至 {event.expires}"


def read(cell: cells.Cell) -> tuple[tuple[int | None, NewEvent], ...]:
    """The events of such a cell with the numbers that they had; RegisterRefuses names a line."""
    lines = (line.strip() for line in cells.words(cell).splitlines())
    return tuple(_read(line) for line in lines if line)


def _read(line: str) -> tuple[int | None, NewEvent]:
    found = _LINE.fullmatch(line)
    kind = event_kind(found["kind"]) if found else None
    if found is None or kind is None:
        raise RegisterRefuses(phrases.not_an_event(line))
    severity, audit_type, answers, expires = None, None, None, None
    for detail in _DETAIL.findall(found["details"]):
        answered, until = _ANSWERS.fullmatch(detail), _EXPIRES.fullmatch(detail)
        if detail in _SEVERITIES:
            severity = _SEVERITIES[detail]
        elif detail in _AUDIT_TYPES:
            audit_type = _AUDIT_TYPES[detail]
        elif answered:
            answers = int(answered[1])
        elif until:
            expires = cells.day(detail, until[1])
        else:
            raise RegisterRefuses(phrases.not_an_event(line))
    on = cells.day(event_kinds()[kind].label, found["day"])
    if on is None:
        raise RegisterRefuses(phrases.not_an_event(line))
    number = int(found["number"]) if found["number"] else None
    return number, NewEvent(kind, on, found["note"] or "", severity, audit_type, answers, expires)
