from __future__ import annotations

import time
from collections.abc import Callable
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
    installed = app.client.auth_test()["team_id"]
    dispatched(app, mention("1", "内", team_id=installed))
    dispatched(app, mention("2", "外", team_id="TFOREIGN"))
    dispatched(app, mention("3", "又内"))
    assert sorted(asked.texts(2)) == ["内", "又内"]


@pytest.mark.parametrize(
    "ours",
    [
        lambda slack: {"authorizations": [{"team_id": slack["team_id"]}]},
        lambda slack: {"authorizations": [{"user_id": slack["user_id"]}]},
        lambda slack: {"view": {"app_installed_team_id": slack["team_id"]}},
    ],
)
def test_stranger_where_we_are_installed_is_heard(
    app: App, asked: Asked, ours: Callable[[Any], dict[str, Any]]
) -> None:
    slack = app.client.auth_test()
    dispatched(app, mention("1", "内", team_id=slack["team_id"]))
    dispatched(app, mention("2", "客", team_id="TFOREIGN", **ours(slack)))
    assert sorted(asked.texts(2)) == ["内", "客"]


def test_workspace_that_never_bears_the_id_slack_told_is_heard(app: App, asked: Asked) -> None:
    dispatched(app, mention("1", "一", team_id="TOTHER"))
    assert asked.texts(1) == ["一"]


@pytest.mark.parametrize("more_settings", [{"only_own_workspace": False}])
def test_every_workspace_is_heard_where_so_set(app: App, asked: Asked) -> None:
    installed = app.client.auth_test()["team_id"]
    dispatched(app, mention("1", "内", team_id=installed))
    dispatched(app, mention("2", "外", team_id="TFOREIGN"))
    assert sorted(asked.texts(2)) == ["内", "外"]
