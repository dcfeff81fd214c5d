"""What a person reads when something broke, and what the log keeps of it."""

from __future__ import annotations

import logging
import secrets

from slack_bolt import BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot import wording
from bot.slack.blocks.message import sentence
from bot.slack.place import Body, place_of
from bot.slack.posting import reply
from knowledge.errors import ClauseBotError

_log = logging.getLogger(__name__)


def report_failure(error: Exception, body: Body, client: WebClient) -> BoltResponse:
    """Logs the cause under a reference and tells the person one sentence with that reference."""
    reference = secrets.token_hex(3).upper()
    _log.error("Request failed, reference %s", reference, exc_info=error)
    words = wording.failed(reference)
    if isinstance(error, ClauseBotError):
        words = wording.refused(str(error), reference)
    try:
        reply(client, place_of(body), [sentence(words)])
    except (SlackClientError, OSError, KeyError) as silence:
        _log.error("Could not tell about %s", reference, exc_info=silence)
    return BoltResponse(status=200)
