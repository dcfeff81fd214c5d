"""The manifest decides which commands, events and scopes there are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.playground import AppManifest, SlackStandIn, connect_app
from bot.playground.manifest import Shortcut, SlashCommand

MANIFEST = {
    "features": {
        "bot_user": {"display_name": "ClauseBot"},
        "slash_commands": [
            {"command": "/mandays", "description": "审核人日", "usage_hint": "[条件]"}
        ],
        "shortcuts": [{"name": "用规则解答", "type": "message", "callback_id": "explain"}],
        "assistant_view": {},
    },
    "oauth_config": {"scopes": {"bot": ["chat:write"]}},
    "settings": {"event_subscriptions": {"bot_events": ["app_mention"]}},
}


def test_enforced_parts_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(json.dumps(MANIFEST), encoding="utf-8")
    manifest = AppManifest.read(path)
    assert manifest.commands == (SlashCommand("/mandays", "审核人日", "[条件]"),)
    assert manifest.shortcuts == (Shortcut("explain", "用规则解答", is_message=True),)
    assert manifest.has_assistant


def test_event_without_subscription_is_not_sent() -> None:
    with SlackStandIn(manifest=AppManifest.parse(MANIFEST)) as slack:
        slack.post_message("小王", "审核计划", "@ClauseBot 你好")
        slack.post_message("小王", "小王", "你好")
        assert [p["event"]["type"] for p in slack.events] == ["app_mention"]


def test_command_outside_the_manifest_is_no_command() -> None:
    with SlackStandIn(manifest=AppManifest.parse(MANIFEST)) as slack:
        slack.slash_command("小王", "审核计划", "/shout")
        (told,) = slack.messages("审核计划", seen_by="小王")
    assert told.text == "/shout 不是有效的命令。"


@pytest.mark.parametrize(
    ("escapes", "said"), [(False, "@李工 &lt;a&gt;"), (True, "<@U0LIGONG> &lt;a&gt;")]
)
def test_people_are_named_by_id_behind_a_command_that_escapes(escapes: bool, said: str) -> None:
    command = {"command": "/cert", "should_escape": escapes}
    manifest = AppManifest.parse({"features": {"slash_commands": [command]}})
    heard: list[str] = []
    with SlackStandIn(manifest=manifest) as slack:
        app = App(client=WebClient(slack.bot_token, slack.api_url))

        @app.command("/cert")
        def hear(ack: Ack, command: dict[str, str]) -> None:
            heard.append(command["text"])
            ack()

        disconnect = connect_app(app, slack)
        slack.slash_command("小王", "审核计划", "/cert", "@李工 <a>")
        disconnect()
    assert heard == [said]
