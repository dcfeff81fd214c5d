from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from bot.register.record import NewEvent
from bot.slack.forms.certificate_event import event_form, event_in, filled_in, kind_choices
from calculators.audit_types import AuditType
from calculators.obligations.event import Event, Severity
from calculators.obligations.event_kinds import event_kinds

GROUPS = tomllib.loads(files("bot.slack.forms").joinpath("event_groups.toml").read_text("utf-8"))


def test_every_kind_stands_under_one_heading() -> None:
    named = [kind for group in GROUPS["groups"] for kind in group["kinds"]]
    assert sorted(named) == sorted(event_kinds())
    assert sorted(choice.value for choice in kind_choices()) == sorted(event_kinds())


@pytest.mark.parametrize("kind", sorted(event_kinds()))
def test_form_asks_what_the_kind_wants(kind: str) -> None:
    asked = {field.name for field in event_form(None, kind).fields}
    # What an event answers is asked only where a certificate has such events.
    wanted = {detail.value for detail in event_kinds()[kind].details} - {"answers"}
    assert asked == {"certificate", "kind", "on", "note"} | wanted


def test_what_another_kind_wants_is_left_out() -> None:
    values = {"kind": "suspended", "on": "2026-03-01", "severity": "major", "answers": "3"}
    assert event_in(values) == NewEvent("suspended", date(2026, 3, 1))


def test_event_is_read_again_as_it_was_filled_in() -> None:
    event = Event(
        3, "nonconformity_raised", date(2026, 3, 1), Severity.MINOR, AuditType.SURVEILLANCE
    )
    assert event_in(filled_in(event, "现场")) == NewEvent(
        event.kind, event.on, "现场", Severity.MINOR, AuditType.SURVEILLANCE
    )
