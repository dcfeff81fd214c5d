"""Somebody pressed one of the values that the bot offered for a missing fact."""

from __future__ import annotations

from functools import reduce

from slack_sdk import WebClient

from bot.slack.answering import answer_question
from bot.slack.asked import Asked
from bot.slack.filled_facts import filled_facts
from bot.slack.place import Body, place_of
from bot.slack.services import Services


def choose_option(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Answers the question that the button carries, with its value and what is filled in above."""
    asked, option = Asked.from_value(action["value"])
    facts = (*filled_facts(body), *([option] if option else ()))
    answer_question(reduce(Asked.with_option, facts, asked), place_of(body), client, services)
