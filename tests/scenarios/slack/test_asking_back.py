"""The bot asks back; the person clicks; the answer stands in the same thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.playground import Message, SlackStandIn

Replies = Callable[..., list[Message]]


def test_click_on_a_scheme_finishes_in_the_same_thread(
    slack: SlackStandIn, replies: Replies, assistant: Any
) -> None:
    asked = slack.post_message("小王", "市场部", "@ClauseBot 监督最晚哪天")
    (question_back,) = replies(asked)
    slack.click("小王", question_back, "网安联")
    _, answer = replies(asked, 2)
    assert answer.text == "答：监督最晚哪天"
    assert assistant.asked[-1].scheme == "WAL-QP-21"


def test_click_after_a_command_is_answered_to_the_person_alone(
    slack: SlackStandIn, assistant: Any
) -> None:
    slack.slash_command("小王", "市场部", "/mandays", "监督最晚哪天")
    (question_back,) = slack.wait_for(lambda: slack.messages("市场部", seen_by="小王"))
    slack.click("小王", question_back, "腾标")
    slack.wait_for(lambda: len(slack.messages("市场部", seen_by="小王")) == 2)
    assert slack.messages("市场部", seen_by="李工") == []


def test_button_of_a_version_that_is_gone_says_so(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", "市场部", "@ClauseBot 监督最晚哪天")
    (question_back,) = replies(asked)
    for block in question_back.blocks:
        for element in block.get("elements", []):
            if "value" in element:
                element["value"] = "旧"
    slack.click("小王", question_back, "旧")
    slack.wait_for(
        lambda: [m for m in slack.messages("市场部", seen_by="小王") if "旧版本" in m.text]
    )
