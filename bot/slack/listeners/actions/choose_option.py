"""Somebody pressed one of the values that the bot offered for a missing fact."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.slack.answering import answer_question
from bot.slack.asked import Asked
from bot.slack.place import Body, place_of
from bot.slack.services import Services


def choose_option(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Answers the question that the button carries, with the value that it stands for."""
    asked, option = Asked.from_value(action["value"])
    complete = asked.with_option(option) if option else asked
    answer_question(complete, place_of(body), client, services)
