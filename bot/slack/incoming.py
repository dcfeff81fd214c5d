"""From Slack's message events to the words that a person put to the bot."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.slack.text import mentions, typed_words

Event = Mapping[str, Any]

# Other subtypes are joins, topics, deletions and the like: nobody asks anything by them.
_SPOKEN = (None, "file_share", "thread_broadcast", "me_message")


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A message to the bot; ``thread`` is where it is answered, ``key`` tells it from others."""

    channel: str
    thread: str
    user: str
    words: str
    key: str
    in_thread: bool


def addressed_message(event: Event, bot_user: str) -> IncomingMessage | None:
    """The message that an event brings, if a person speaks to the bot in it.

    In a direct message every word is for the bot; elsewhere only where it is mentioned. A message
    that was edited counts with its new words, a deleted one or another program's not at all.
    """
    spoken = _spoken(event)
    if spoken is None or _by_a_program(spoken, bot_user):
        return None
    channel = event.get("channel") or spoken.get("channel")
    direct = event.get("channel_type") == "im" or str(channel).startswith("D")
    if not channel or not (direct or mentions(spoken.get("text") or "", bot_user)):
        return None
    return _incoming(str(channel), spoken)


def _spoken(event: Event) -> Event | None:
    """The message in an event, or the new words of an edited one."""
    if event.get("subtype") == "message_changed":
        edited: Event = event.get("message") or {}
        before: Event = event.get("previous_message") or {}
        unchanged = edited.get("text") == before.get("text")
        return None if unchanged or edited.get("subtype") not in _SPOKEN else edited
    return event if event.get("subtype") in _SPOKEN else None


def _by_a_program(message: Event, bot_user: str) -> bool:
    user = message.get("user")
    return bool(message.get("bot_id")) or user in (None, "USLACKBOT", bot_user)


def _incoming(channel: str, message: Event) -> IncomingMessage:
    text, ts = message.get("text") or "", str(message["ts"])
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return IncomingMessage(
        channel=channel,
        thread=str(message.get("thread_ts") or ts),
        user=str(message["user"]),
        words=typed_words(text),
        # app_mention and message bring the same words twice; an edit brings new words.
        key=f"message:{channel}:{ts}:{digest}",
        in_thread="thread_ts" in message,
    )
