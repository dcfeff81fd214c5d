from __future__ import annotations

from typing import Any

import pytest

from bot.slack.incoming import heard_message

BOT = "U0BOT"


def said(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "message", "channel": "C1", "user": "U1", "ts": "1.1", "text": text} | more


def test_mention_is_addressed_to_the_bot_and_begins_a_thread() -> None:
    message = heard_message(said("<@U0BOT> 监督多久"), BOT)
    assert message
    assert (message.channel, message.thread, message.user) == ("C1", "1.1", "U1")
    assert message.words == "监督多久"
    assert not message.in_thread


def test_mention_in_a_thread_stays_in_it() -> None:
    message = heard_message(said("<@U0BOT> 那再认证呢", thread_ts="1.0"), BOT)
    assert message
    assert message.thread == "1.0"
    assert message.in_thread


def test_direct_message_needs_no_mention() -> None:
    message = heard_message(said("监督多久", channel="D1", channel_type="im"), BOT)
    assert message
    assert message.words == "监督多久"


def test_same_words_brought_by_two_events_have_one_key() -> None:
    first = heard_message(said("<@U0BOT> 问", type="app_mention"), BOT)
    second = heard_message(said("<@U0BOT> 问", channel_type="channel"), BOT)
    assert first
    assert second
    assert first.key == second.key


def test_message_edited_into_a_question_counts_with_its_new_words() -> None:
    event = {
        "type": "message",
        "subtype": "message_changed",
        "channel": "C1",
        "ts": "2.0",
        "message": said("<@U0BOT> 监督多久") | {"edited": {"user": "U1", "ts": "2.0"}},
        "previous_message": said("监督多久"),
    }
    message = heard_message(event, BOT)
    assert message
    assert (message.words, message.thread) == ("监督多久", "1.1")
    original = heard_message(said("<@U0BOT> 监督"), BOT)
    assert original
    assert message.key != original.key


def test_message_without_a_time_of_its_own_has_that_of_its_event() -> None:
    event = said("<@U0BOT> 问", event_ts="1.2")
    del event["ts"]
    message = heard_message(event, BOT)
    assert message
    assert message.thread == "1.2"


def test_message_with_an_empty_thread_is_not_in_one() -> None:
    message = heard_message(said("<@U0BOT> 问", thread_ts=None), BOT)
    assert message
    assert (message.thread, message.in_thread) == ("1.1", False)


def test_message_with_a_file_is_heard() -> None:
    assert heard_message(said("<@U0BOT> 看看", subtype="file_share"), BOT)


@pytest.mark.parametrize(
    "event",
    [
        said("监督多久"),
        said("<@U0BOT> 问", bot_id="B1"),
        said("<@U0BOT> 问", user=BOT),
        said("<@U0BOT> 问", user="USLACKBOT"),
        said("<@U0BOT> 来了", subtype="channel_join"),
        said("", subtype="message_deleted", previous_message=said("<@U0BOT> 问")),
        said(
            "",
            subtype="message_changed",
            message=said("<@U0BOT> 问"),
            previous_message=said("<@U0BOT> 问"),
        ),
        said(
            "",
            subtype="message_changed",
            message=said("<@U0BOT> 问", bot_id="B1"),
            previous_message=said("<@U0BOT> 前"),
        ),
    ],
    ids=[
        "talk among people",
        "another bot",
        "the bot itself",
        "slackbot",
        "joining",
        "deleted",
        "edited without new words",
        "edited by a bot",
    ],
)
def test_not_addressed_to_the_bot(event: dict[str, Any]) -> None:
    assert heard_message(event, BOT) is None
