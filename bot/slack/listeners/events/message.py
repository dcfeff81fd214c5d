"""Somebody mentioned the bot, wrote to it, or went on in a thread with it."""

from __future__ import annotations

from slack_bolt import BoltContext
from slack_sdk import WebClient

from bot.slack.conversing import converse
from bot.slack.incoming import Event, heard_message
from bot.slack.services import Services
from bot.slack.status import while_looking_up


def hear_message(event: Event, client: WebClient, context: BoltContext, services: Services) -> None:
    """Answers in the thread what is said to the bot; what is not said to it is left alone."""
    message = heard_message(event, context.bot_user_id or "")
    if message:
        with while_looking_up(message, client):
            converse(message, client, services, is_stranger=context["is_stranger"])
