"""What a person reads when something broke, and what the log keeps of it."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from typing import Any

from slack_bolt import BoltContext, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot import wording
from bot.slack.blocks.message import sentence
from bot.slack.posting import post_in_thread, respond_to_person
from knowledge.errors import ClauseBotError

_log = logging.getLogger(__name__)


def report_failure(
    error: Exception, body: Mapping[str, Any], context: BoltContext, client: WebClient
) -> BoltResponse:
    """Logs the cause under a reference and tells the person one sentence with that reference."""
    reference = secrets.token_hex(3).upper()
    _log.error("Request failed, reference %s", reference, exc_info=error)
    words = wording.failed(reference)
    if isinstance(error, ClauseBotError):
        words = wording.refused(str(error), reference)
    try:
        _tell(words, body.get("event") or {}, context, client)
    except (SlackClientError, OSError) as silence:
        _log.error("Could not tell about %s", reference, exc_info=silence)
    return BoltResponse(status=200)


def _tell(words: str, event: Mapping[str, Any], context: BoltContext, client: WebClient) -> None:
    if context.response_url and context.respond:
        respond_to_person(context.respond, [sentence(words)])
    elif context.channel_id and (thread := event.get("thread_ts") or event.get("ts")):
        post_in_thread(client, context.channel_id, thread, [sentence(words)])
    elif context.user_id:
        client.chat_postMessage(channel=context.user_id, text=sentence(words).text)
