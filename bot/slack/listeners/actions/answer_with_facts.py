"""Somebody sent the facts that they filled in below a question back."""

from __future__ import annotations

from functools import reduce

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.answering import answer_question
from bot.slack.asked import Asked
from bot.slack.filled_facts import filled_facts
from bot.slack.place import Body, place_of
from bot.slack.posting import tell_person
from bot.slack.services import Services


def answer_with_facts(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Answers the question that the button carries, with the facts beside it."""
    asked, _ = Asked.from_value(action["value"])
    facts = filled_facts(body)
    if facts:
        complete = reduce(Asked.with_option, facts, asked)
        answer_question(complete, place_of(body), client, services)
    else:
        tell_person(client, place_of(body), phrases.NOTHING_FILLED_IN)
