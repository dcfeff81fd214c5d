"""Somebody pressed one of the values that the bot offered for a missing fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient

from bot.slack.answering import answer_messages_for
from bot.slack.asked import Asked
from bot.slack.clicks import Body, reply_to_click
from bot.slack.services import Services


def choose_option(
    action: Mapping[str, Any], body: Body, client: WebClient, respond: Respond, services: Services
) -> None:
    """Answers the question that the button carries, with the value that it stands for."""
    asked, option = Asked.from_value(action["value"])
    complete = asked.with_option(option) if option else asked
    reply_to_click(body, client, respond, answer_messages_for(complete, services))
