"""The form for something that happened to a certificate; it asks what the kind of event wants."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from bot.register import phrases as register_phrases
from bot.register.record import CertificateRecord, NewEvent
from bot.register.telling import event_details
from bot.register.validation import answered_kind
from bot.slack import desk_phrases, ids
from bot.slack.forms.field import Choice, Field, FieldKind
from bot.slack.forms.form import Form, Values
from calculators.audit_types import AuditType
from calculators.obligations.event import Event, Severity
from calculators.obligations.event_kinds import Detail, event_kinds

CERTIFICATE, KIND, ON, NOTE = "certificate", "kind", "on", "note"
SEVERITY, AUDIT_TYPE, ANSWERS, EXPIRES = "severity", "audit_type", "answers", "expires"
NEVER = "never"
_MOST_OPEN = 100


def event_form(record: CertificateRecord | None, kind: str, *, corrects: int | None = None) -> Form:
    """The form for an event of this kind; empty while none is chosen.

    Without a certificate its name is asked too. ``corrects`` is the event that this one replaces.
    """
    return Form(
        ids.EVENT_FORM,
        desk_phrases.EVENT_TITLE if corrects is None else desk_phrases.CORRECT_EVENT_TITLE,
        tuple(_fields(record, kind, corrects)),
        send=desk_phrases.SAVE,
        lead=(desk_phrases.certificate_line(record),) if record else (),
    )


def _fields(record: CertificateRecord | None, kind: str, corrects: int | None) -> Iterator[Field]:
    if record is None:
        yield Field(CERTIFICATE, FieldKind.TEXT, desk_phrases.WHICH, hint=desk_phrases.WHICH_HINT)
    yield Field(KIND, FieldKind.MENU, desk_phrases.KIND, kind_choices(), tells_at_once=True)
    yield Field(ON, FieldKind.DATE, desk_phrases.ON)
    yield from _details(record, kind)
    yield Field(NOTE, FieldKind.TEXT, register_phrases.NOTE, optional=True)
    if corrects is not None:
        choice = (Choice(NEVER, desk_phrases.NEVER_HAPPENED),)
        yield Field(NEVER, FieldKind.BOXES, desk_phrases.TAKE_BACK, choice, optional=True)


def _details(record: CertificateRecord | None, kind: str) -> Iterator[Field]:
    wanted = event_kinds()[kind].details if kind in event_kinds() else ()
    if Detail.SEVERITY in wanted:
        levels = tuple(Choice(each.value, each.label) for each in Severity)
        yield Field(SEVERITY, FieldKind.MENU, register_phrases.SEVERITY_SHORT, levels)
    if Detail.AUDIT_TYPE in wanted:
        audits = tuple(Choice(each.value, each.label) for each in AuditType)
        yield Field(AUDIT_TYPE, FieldKind.MENU, register_phrases.AUDIT_TYPE, audits, optional=True)
    if Detail.ANSWERS in wanted and (earlier := _answerable(record, kind)):
        hint = desk_phrases.ANSWERS_HINT
        yield Field(ANSWERS, FieldKind.MENU, register_phrases.ANSWERS, earlier, True, hint)
    if Detail.EXPIRES in wanted:
        yield expires_field()


def expires_field() -> Field:
    """The day that is printed on a certificate."""
    hint = desk_phrases.EXPIRES_HINT
    return Field(EXPIRES, FieldKind.DATE, register_phrases.EXPIRES, optional=True, hint=hint)


def _answerable(record: CertificateRecord | None, kind: str) -> tuple[Choice, ...]:
    """The events that one of this kind can answer, the last first."""
    events = [each.event for each in record.events] if record else []
    found = [each for each in reversed(events) if each.kind == answered_kind(kind)]
    return tuple(Choice(str(each.number), event_line(each)) for each in found[:_MOST_OPEN])


def event_line(event: Event) -> str:
    """An event in one line."""
    said = NewEvent(event.kind, event.on, severity=event.severity, audit_type=event.audit_type)
    label = event_kinds()[event.kind].label
    return desk_phrases.event_line(event.number, event.on, label, list(event_details(said)))


def kind_in(values: Values) -> str:
    """The kind that is chosen; empty where none is."""
    return values.get(KIND, "")


def event_in(values: Values) -> NewEvent:
    """The event that a form without faults describes."""
    kind = event_kinds()[values[KIND]]
    told = {detail: values.get(detail.value) for detail in kind.details}
    severity, audit = told.get(Detail.SEVERITY), told.get(Detail.AUDIT_TYPE)
    answers, expires = told.get(Detail.ANSWERS), told.get(Detail.EXPIRES)
    return NewEvent(
        kind.name,
        date.fromisoformat(values[ON]),
        values.get(NOTE, ""),
        severity=Severity(severity) if severity else None,
        audit_type=AuditType(audit) if audit else None,
        answers=int(answers) if answers else None,
        expires=date.fromisoformat(expires) if expires else None,
    )


def filled_in(event: Event, note: str) -> Values:
    """An event as the values of its form."""
    return {
        KIND: event.kind,
        ON: event.on.isoformat(),
        NOTE: note,
        SEVERITY: event.severity.value if event.severity else "",
        AUDIT_TYPE: event.audit_type.value if event.audit_type else "",
        ANSWERS: str(event.answers or ""),
        EXPIRES: event.expires.isoformat() if event.expires else "",
    }


@cache
def kind_choices() -> tuple[Choice, ...]:
    """All kinds of events under their headings."""
    file = Path(__file__).with_name("event_groups.toml")
    groups = tomllib.loads(file.read_text("utf-8"))["groups"]
    headings = {kind: group["label"] for group in groups for kind in group["kinds"]}
    order = {group["label"]: place for place, group in enumerate(groups)}
    last = groups[-1]["label"]
    choices = [
        Choice(kind.name, kind.label, headings.get(kind.name, last))
        for kind in event_kinds().values()
    ]
    return tuple(sorted(choices, key=lambda choice: order[choice.group]))


def choices_of(kinds: Sequence[str]) -> tuple[Choice, ...]:
    """These kinds of events as choices."""
    return tuple(Choice(kind, event_kinds()[kind].label) for kind in kinds)
