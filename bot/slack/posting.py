"""Saying something in Slack: in a thread, or to one person at a command."""

from __future__ import annotations

from collections.abc import Sequence

from slack_bolt import Respond
from slack_sdk import WebClient

from bot import wording
from bot.slack.blocks.message import Message, sentence

# Slack lets an app answer a command or a click five times by its response_url.
_MOST_RESPONSES = 5


def post_in_thread(
    client: WebClient, channel: str, thread: str, messages: Sequence[Message]
) -> None:
    """Posts the messages in order below the message that began the thread."""
    for message in messages:
        client.chat_postMessage(
            channel=channel,
            thread_ts=thread,
            text=message.text,
            blocks=message.blocks or None,
            unfurl_links=False,
            unfurl_media=False,
        )


def respond_to_person(respond: Respond, messages: Sequence[Message]) -> None:
    """Shows the messages to nobody but the person who gave the command or clicked."""
    shown = list(messages[:_MOST_RESPONSES])
    if len(messages) > _MOST_RESPONSES:
        shown[-1] = sentence(wording.TOO_LONG_FOR_ONE_PERSON)
    for message in shown:
        respond(
            text=message.text,
            blocks=message.blocks,
            response_type="ephemeral",
            replace_original=False,
            unfurl_links=False,
            unfurl_media=False,
        )
