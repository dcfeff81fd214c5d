from __future__ import annotations

import time
from typing import Any

import pytest
from slack_bolt import App, BoltRequest

from bot.assistant.answer import Question


class Asked:
    """The assistant's list of questions, once it is as long as it should be."""

    def __init__(self, questions: list[Question]) -> None:
        self._questions = questions

    def texts(self, count: int) -> list[str]:
        deadline = time.monotonic() + 10
        while len(self._questions) < count and time.monotonic() < deadline:
            time.sleep(0.01)
        return [question.text for question in self._questions]


@pytest.fixture
def asked(assistant: Any) -> Asked:
    return Asked(assistant.asked)


def mention(event_id: str, text: str, **more: Any) -> dict[str, Any]:
    event = {
        "type": "app_mention",
        "channel": "C0MARKETING",
        "user": "U1",
        "ts": f"1.{event_id}",
        "text": f"<@U0CLAUSEBOT> {text}",
    }
    return {"type": "event_callback", "event_id": event_id, "event": event} | more


def dispatched(app: App, body: dict[str, Any]) -> BoltRequest:
    request = BoltRequest(mode="socket_mode", body=body)
    assert app.dispatch(request).status in (200, 404)
    return request


def test_click_is_acknowledged_even_if_nobody_handles_it(app: App) -> None:
    click = {"type": "block_actions", "actions": [{"action_id": "x", "block_id": "y"}]}
    assert dispatched(app, click).context.ack.response


def test_form_is_left_to_its_own_check(app: App) -> None:
    form = {"type": "view_submission", "view": {"type": "modal", "callback_id": "x"}}
    assert dispatched(app, form).context.ack.response is None


def test_event_is_handled_once(app: App, asked: Asked) -> None:
    for event_id, text in (("1", "一"), ("1", "又一"), ("2", "二")):
        dispatched(app, mention(event_id, text))
    assert sorted(asked.texts(2)) == ["一", "二"]


def test_mention_that_comes_as_two_events_is_answered_once(app: App, asked: Asked) -> None:
    first, second = mention("1", "一"), mention("2", "一")
    second["event"] |= {"type": "message", "channel_type": "channel", "ts": "1.1"}
    for body in (first, second, mention("3", "二")):
        dispatched(app, body)
    assert sorted(asked.texts(2)) == ["一", "二"]


def test_foreign_workspace_is_left_alone(app: App, asked: Asked) -> None:
    dispatched(app, mention("1", "外", team_id="TFOREIGN"))
    dispatched(app, mention("2", "内"))
    assert asked.texts(1) == ["内"]


def test_shared_channel_in_which_we_are_installed_is_heard(app: App, asked: Asked) -> None:
    installed = app.client.auth_test()["team_id"]
    authorizations = [{"team_id": installed}]
    dispatched(app, mention("1", "内", team_id="TFOREIGN", authorizations=authorizations))
    assert asked.texts(1) == ["内"]
