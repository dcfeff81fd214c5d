"""Somebody sent the facts that they filled in below a question back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient

from bot.slack.answering import answer_messages_for
from bot.slack.asked import Asked
from bot.slack.clicks import Body, filled_facts, reply_to_click
from bot.slack.services import Services


def answer_with_facts(
    action: Mapping[str, Any], body: Body, client: WebClient, respond: Respond, services: Services
) -> None:
    """Answers the question that the button carries, with the facts beside it."""
    asked, _ = Asked.from_value(action["value"])
    for fact in filled_facts(body):
        asked = asked.with_option(fact)
    reply_to_click(body, client, respond, answer_messages_for(asked, services))
