"""Events that come twice, from elsewhere or from programs; calls that Slack cannot take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from bot.playground import Message, SlackStandIn
from bot.settings import Settings
from bot.slack.services import Services
from bot.slack.serving import connect

Replies = Callable[..., list[Message]]
CHANNEL = "市场部"


def bystander(slack: SlackStandIn, **changed: Any) -> dict[str, Any]:
    """The mention last posted as another event: of another workspace, author or message."""
    last = next(each for each in reversed(slack.events) if each["event"]["type"] == "app_mention")
    event = last["event"] | {"ts": "1700000000.000001", "text": f"{slack.mention} 别处问的"}
    return (
        last | {"event_id": f"Ev{uuid4().hex}", "event": event | changed.pop("event", {})} | changed
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"team_id": "TFOREIGN", "authorizations": [{"team_id": "TFOREIGN", "user_id": "UOTHER"}]},
        {"event": {"bot_id": "BOTHER"}},
        {"event": {"subtype": "bot_message", "user": None}},
        {"event": {"user": "USLACKBOT"}},
    ],
    ids=["foreign workspace", "other program", "message of a program", "Slackbot"],
)
def test_who_is_none_of_our_people_is_left_alone(
    slack: SlackStandIn, replies: Replies, assistant: Any, changed: dict[str, Any]
) -> None:
    replies(slack.post_message("小王", CHANNEL, "@ClauseBot 修约"))
    slack.deliver(bystander(slack, **changed))
    replies(slack.post_message("小王", CHANNEL, "@ClauseBot 再问"))
    assert [question.text for question in assistant.asked] == ["修约", "再问"]


def test_own_answers_are_no_questions(
    slack: SlackStandIn, replies: Replies, assistant: Any
) -> None:
    replies(slack.post_message("小王", "小王", "修约"))
    told = slack.wait_for(lambda: [e for e in slack.events if e["event"].get("bot_id")])
    assert told[0]["event"]["text"] == "答：修约"
    replies(slack.post_message("小王", "小王", "再问"))
    assert [question.text for question in assistant.asked] == ["修约", "再问"]


def test_event_on_two_sockets_is_answered_once(
    slack: SlackStandIn, replies: Replies, services: Services
) -> None:
    settings = Settings.model_validate(
        {
            "slack_bot_token": slack.bot_token,
            "slack_app_token": slack.app_token,
            "slack_api_url": slack.api_url,
        }
    )
    second = connect(settings, services)
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 修约")
    for _ in range(4):
        slack.redeliver()
    replies(asked)
    replies(slack.post_message("小王", CHANNEL, "@ClauseBot 再问"))
    second.close()
    assert len(slack.replies(asked)) == 1


@pytest.mark.parametrize("status", [500, 503])
def test_answer_is_posted_though_slack_could_not_take_it_at_first(
    slack: SlackStandIn, replies: Replies, status: int
) -> None:
    slack.fail_next("chat.postMessage", status=status)
    (answer,) = replies(slack.post_message("小王", CHANNEL, "@ClauseBot 修约"))
    assert answer.text == "答：修约"
