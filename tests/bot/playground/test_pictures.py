"""Every scene becomes a picture; without a browser it says what to install."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from slack_bolt import Ack, App, Respond, Say
from slack_sdk import WebClient

from bot.playground import SlackStandIn, connect_app
from bot.playground.pictures import HOME, NoBrowser, Scene, take_pictures

Json = dict[str, Any]
HOME_VIEW = {"type": "home", "blocks": [{"type": "divider"}]}
SCENES = (
    Scene("said", "你好"),
    Scene("shown", "你好", command="/help"),
    Scene("form", "", command="/help"),
    Scene("window", "你好", command="/help", opened_by="打开"),
    Scene("pane", "你好", with_assistant=True),
)
FORM = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "表"},
    "blocks": [{"type": "divider"}],
}
BUTTON = {"type": "button", "text": {"type": "plain_text", "text": "打开"}, "action_id": "open"}


@pytest.fixture
def answering(slack: SlackStandIn) -> Iterator[SlackStandIn]:
    """A Slack with an app that says back what it hears."""
    app = App(client=WebClient(token=slack.bot_token, base_url=slack.api_url))

    @app.event("app_mention")
    def mentioned(event: Json, say: Say) -> None:
        say(text=event["text"], thread_ts=event["ts"])

    @app.event("message")
    def said(event: Json, say: Say) -> None:
        if event["channel_type"] == "im" and "bot_id" not in event:
            say(text=event["text"], thread_ts=event["thread_ts"])

    @app.command("/help")
    def commanded(ack: Ack, command: Json, respond: Respond, client: WebClient) -> None:
        ack()
        if command["text"]:
            respond(text=command["text"], blocks=[{"type": "actions", "elements": [BUTTON]}])
        else:
            client.views_open(trigger_id=command["trigger_id"], view=FORM)

    @app.action("open")
    def clicked(ack: Ack, body: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=FORM)

    @app.event("assistant_thread_started")
    def started(event: Json, client: WebClient) -> None:
        opened = event["assistant_thread"]
        client.assistant_threads_setSuggestedPrompts(
            channel_id=opened["channel_id"],
            thread_ts=opened["thread_ts"],
            prompts=[{"title": "问", "message": "问"}],
        )

    @app.event("app_home_opened")
    def opened(event: Json, client: WebClient) -> None:
        client.views_publish(user_id=event["user"], view=HOME_VIEW)

    disconnect = connect_app(app, slack)
    yield slack
    disconnect()


@pytest.mark.browser
@pytest.mark.skipif(shutil.which("chromium") is None, reason="没有安装 chromium")
def test_every_scene_and_the_home_tab_become_a_picture(
    answering: SlackStandIn, tmp_path: Path
) -> None:
    taken = list(take_pictures(answering, tmp_path / "new", SCENES))
    assert [path.name for path in taken] == [
        *(f"{scene.name}.png" for scene in SCENES),
        f"{HOME}.png",
    ]
    for path in taken:
        with Image.open(path) as picture:
            assert picture.format == "PNG"
            assert picture.width > 300


def test_without_a_browser_it_says_what_to_install(
    slack: SlackStandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoBrowser, match="apt-get install chromium"):
        next(take_pictures(slack, tmp_path, SCENES))
    assert slack.messages("审核计划") == []
