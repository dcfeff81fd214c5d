"""Somebody pressed a question in the home tab."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.slack.answering import answer_question
from bot.slack.asked import Asked
from bot.slack.place import Body, Place
from bot.slack.services import Services


def try_example(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Answers it in the person's own conversation with the bot."""
    asked, _ = Asked.from_value(action["value"])
    answer_question(asked, Place(body["user"]["id"]), client, services)
