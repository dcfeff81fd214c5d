"""Somebody asks in a channel, in a direct message or by a command, and reads the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.playground import Message, SlackStandIn

Replies = Callable[..., list[Message]]
CHANNEL = "市场部"


def words(message: Message) -> str:
    """All the words of a message's blocks."""
    return "\n".join(_texts(message.blocks))


def _texts(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["text"]] if isinstance(part.get("text"), str) else []
        return own + [text for value in part.values() for text in _texts(value)]
    return (
        [text for each in part for text in _texts(each)] if isinstance(part, list | tuple) else []
    )


def test_mention_is_answered_in_its_thread_with_the_quote(
    slack: SlackStandIn, replies: Replies, assistant: Any
) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 小数怎么修约")
    (reply,) = replies(asked)
    assert reply.thread_ts == asked.ts
    assert reply.text == "答：小数怎么修约"
    assert assistant.quote.text in words(reply)
    assert "《认证规则》 · 5.4.4 2)" in words(reply)


def test_direct_message_is_answered_once(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", "小王", "小数怎么修约")
    replies(asked)
    later = slack.post_message("小王", "小王", "再问")
    replies(later)
    assert len(slack.replies(asked)) == 1


def test_talk_among_people_is_left_alone(slack: SlackStandIn, replies: Replies) -> None:
    talk = slack.post_message("小王", CHANNEL, "今天谁值班")
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 修约")
    replies(asked)
    assert slack.replies(talk) == []


def test_mention_without_words_gets_help(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot :smile:")
    (reply,) = replies(asked)
    assert reply.text.startswith("请写出要问的问题")


def test_event_delivered_twice_is_answered_once(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 修约")
    replies(asked)
    slack.redeliver()
    later = slack.post_message("小王", CHANNEL, "@ClauseBot 再问")
    replies(later)
    assert len(slack.replies(asked)) == 1


def test_message_edited_into_a_question_is_answered(slack: SlackStandIn, replies: Replies) -> None:
    talk = slack.post_message("小王", CHANNEL, "修约")
    slack.edit_message(talk, "@ClauseBot 修约怎么算")
    (reply,) = replies(talk)
    assert reply.text == "答：修约怎么算"


def test_deleted_question_is_no_question(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 修约")
    replies(asked)
    slack.delete_message(asked)
    later = slack.post_message("小王", CHANNEL, "@ClauseBot 再问")
    replies(later)
    assert [m.text for m in slack.messages(CHANNEL) if m.user == slack.bot_user] == [
        "答：修约",
        "答：再问",
    ]


def test_command_is_answered_to_the_person_alone(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/mandays", "150人 监督")
    (answer,) = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="小王"))
    assert answer.text == "答：150人 监督"
    assert slack.messages(CHANNEL, seen_by="李工") == []


def test_words_in_angle_brackets_call_nobody(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot <!channel> &lt;!here&gt; 修约")
    (reply,) = replies(asked)
    assert "<!" not in reply.text


def test_failure_is_one_sentence_with_a_reference(
    slack: SlackStandIn, replies: Replies, caplog: Any
) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 坏了")
    (reply,) = replies(asked)
    reference = reply.text.partition("编号 ")[2][:6]
    assert "secret cause" not in reply.text
    (record,) = [r for r in caplog.records if reference and reference in r.getMessage()]
    assert "secret cause" in str(record.exc_info[1])


def test_refusal_keeps_its_own_words(slack: SlackStandIn, replies: Replies) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 负一人")
    (reply,) = replies(asked)
    assert reply.text.startswith("有效人数不能是 -1。（编号 ")


def test_failure_of_a_command_is_told_to_the_person_alone(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/mandays", "坏了")
    (answer,) = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="小王"))
    assert "编号" in answer.text


def test_answer_waits_as_long_as_slack_says(slack: SlackStandIn, replies: Replies) -> None:
    slack.fail_next("chat.postMessage", status=429, retry_after=0)
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 修约")
    assert len(replies(asked)) == 1
