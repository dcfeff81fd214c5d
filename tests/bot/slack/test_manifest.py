from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest
from slack_bolt import App, BoltRequest

from bot.slack import ids

MANIFEST: dict[str, Any] = json.loads(
    files("bot.slack").joinpath("manifest.json").read_text(encoding="utf-8")
)
COMMANDS = {command["command"] for command in MANIFEST["features"]["slash_commands"]}
EVENTS: set[str] = set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])


def is_heard(app: App, body: dict[str, Any]) -> bool:
    return app.dispatch(BoltRequest(mode="socket_mode", body=body)).status == 200


def test_commands_of_the_manifest_are_those_of_the_app() -> None:
    assert {name for name in vars(ids).values() if re.match(r"/\w+$", str(name))} == COMMANDS


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_heard(app: App, command: str) -> None:
    assert is_heard(app, {"command": command, "text": "", "user_id": "U1", "channel_id": "C1"})


def test_unknown_command_is_not_heard(app: App) -> None:
    assert not is_heard(app, {"command": "/unknown", "user_id": "U1", "channel_id": "C1"})


@pytest.mark.parametrize("event", sorted({event.partition(".")[0] for event in EVENTS}))
def test_every_event_is_heard(app: App, event: str) -> None:
    payload = {"type": event, "channel": "C1", "user": "U1", "ts": "1.1", "text": "好"}
    assert is_heard(app, {"type": "event_callback", "event_id": "E1", "event": payload})


def test_unsubscribed_event_is_not_heard(app: App) -> None:
    payload = {"type": "reaction_added", "user": "U1"}
    assert not is_heard(app, {"type": "event_callback", "event_id": "E1", "event": payload})


def test_bot_may_read_what_it_is_told() -> None:
    scopes = set(MANIFEST["oauth_config"]["scopes"]["bot"])
    told = {event.partition(".")[2] for event in EVENTS if event.startswith("message.")}
    assert {f"{place}:history" for place in told} <= scopes
    assert {"app_mentions:read", "chat:write", "commands"} <= scopes


def test_bot_may_do_what_the_register_and_the_digest_want() -> None:
    scopes = set(MANIFEST["oauth_config"]["scopes"]["bot"])
    reading = {"files:read", "usergroups:read", "channels:read", "groups:read"}
    assert reading | {"files:write", "channels:join", "im:write"} <= scopes


def test_people_are_named_by_id_behind_the_commands_of_the_register() -> None:
    commands = MANIFEST["features"]["slash_commands"]
    assert {c["command"] for c in commands if c["should_escape"]} == {ids.CERT, ids.DIGEST}


def test_texts_keep_to_slacks_lengths() -> None:
    assert len(MANIFEST["display_information"]["description"]) <= 140
    assert all(len(c["command"]) <= 32 for c in MANIFEST["features"]["slash_commands"])
