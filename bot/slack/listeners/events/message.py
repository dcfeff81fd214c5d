"""Somebody mentioned the bot or wrote to it."""

from __future__ import annotations

from slack_bolt import BoltContext
from slack_sdk import WebClient

from bot.slack.answering import answer_in_thread
from bot.slack.incoming import Event, addressed_message
from bot.slack.services import Services


def hear_message(event: Event, client: WebClient, context: BoltContext, services: Services) -> None:
    """Answers in the thread what is said to the bot; what is not said to it is left alone."""
    message = addressed_message(event, context.bot_user_id or "")
    if message:
        answer_in_thread(message, client, services)
