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
class AttachedFile:
    """A file that hangs on a message."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A message that the bot hears; ``thread`` is where it is answered, ``key`` tells it apart.

    ``addressed``: it mentions the bot or is a direct message; otherwise it is talk in a thread.
    """

    channel: str
    thread: str
    user: str
    words: str
    key: str
    addressed: bool
    in_thread: bool = False
    files: tuple[AttachedFile, ...] = ()


def heard_message(event: Event, bot_user: str) -> IncomingMessage | None:
    """The message that an event brings, if it may be for the bot.

    In a direct message every word is for the bot; elsewhere only where it is mentioned, or in a
    thread. A message that was edited counts with its new words, a deleted one or another
    program's not at all.
    """
    spoken = _spoken(event)
    if spoken is None or _by_a_program(spoken, bot_user):
        return None
    channel = str(event.get("channel") or spoken.get("channel") or "")
    direct = event.get("channel_type") == "im" or channel.startswith("D")
    addressed = direct or mentions(spoken.get("text") or "", bot_user)
    if not channel or not (addressed or spoken.get("thread_ts")):
        return None
    return _incoming(channel, spoken, addressed)


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


def _incoming(channel: str, message: Event, addressed: bool) -> IncomingMessage:
    text, ts = message.get("text") or "", str(message.get("ts") or message["event_ts"])
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return IncomingMessage(
        channel=channel,
        thread=str(message.get("thread_ts") or ts),
        user=str(message["user"]),
        words=typed_words(text),
        # app_mention and message bring the same words twice; an edit brings new words.
        key=f"message:{channel}:{ts}:{digest}",
        addressed=addressed,
        in_thread=bool(message.get("thread_ts")),
        files=tuple(
            AttachedFile(str(file.get("id", "")), str(file.get("name") or ""))
            for file in message.get("files") or ()
        ),
    )
