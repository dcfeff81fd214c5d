"""Somebody opened a new conversation in the assistant's pane."""

from __future__ import annotations

from slack_sdk import WebClient

from bot import wording
from bot.slack import phrases
from bot.slack.blocks.message import sentence
from bot.slack.incoming import Event
from bot.slack.place import Place
from bot.slack.posting import reply


def greet(event: Event, client: WebClient) -> None:
    """Says what can be asked and offers examples that work."""
    opened = event["assistant_thread"]
    channel, thread = opened["channel_id"], opened["thread_ts"]
    reply(client, Place(opened["user_id"], channel, thread), [sentence(wording.GREETING)])
    client.assistant_threads_setSuggestedPrompts(
        channel_id=channel,
        thread_ts=thread,
        title=phrases.HOME_EXAMPLES,
        prompts=[{"title": words, "message": words} for words in phrases.EXAMPLES[:4]],
    )


def ignore_context() -> None:
    """The pane follows the person to another channel: the rules are the same there."""
