"""The line 「正在查条款…」 in the assistant's pane while an answer is made."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slack import phrases
from bot.slack.incoming import IncomingMessage

_log = logging.getLogger(__name__)


@contextmanager
def while_looking_up(message: IncomingMessage, client: WebClient) -> Iterator[None]:
    """Shows the line in a thread of a direct message; Slack takes it away with the answer."""
    if message.channel.startswith("D") and message.in_thread:
        # A workspace without the assistant has no such line, and needs none.
        with suppress(SlackApiError):
            client.assistant_threads_setStatus(
                channel_id=message.channel,
                thread_ts=message.thread,
                status=phrases.LOOKING_UP,
                loading_messages=[phrases.LOOKING_UP],
            )
    yield
