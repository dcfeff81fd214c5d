"""Somebody wants everybody in the channel to see an answer that only they have seen."""

from __future__ import annotations

from dataclasses import replace

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.answering import answered_again
from bot.slack.asked import Asked
from bot.slack.blocks.message import Message
from bot.slack.place import Body, place_of
from bot.slack.posting import share
from bot.slack.services import Services
from bot.slack.text import escape


def share_answer(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Says in the channel who asked what, and the answer."""
    asked, _ = Asked.from_value(action["value"])
    place = place_of(body)
    messages = answered_again(asked, replace(place, response_url=None), services)
    introduction = Message(phrases.shared_by(place.user, escape(asked.words)))
    share(client, place, [introduction, *messages])
