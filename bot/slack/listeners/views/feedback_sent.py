"""Somebody said what was wrong with an answer."""

from __future__ import annotations

import json

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.asked import Asked
from bot.slack.forms.feedback import REASON, WORDS, feedback_form
from bot.slack.journal import Feedback
from bot.slack.place import Body, Place
from bot.slack.posting import tell_person
from bot.slack.services import Services


def note_complaint(view: Body, body: Body, client: WebClient, services: Services) -> None:
    """Notes it and says thank you."""
    metadata, value = json.loads(view["private_metadata"])
    place = Place.from_metadata(metadata, body["user"]["id"])
    asked, _ = Asked.from_value(value)
    said = feedback_form().values_in(view)
    complaint = Feedback(place, asked, False, said[REASON], said.get(WORDS, ""))
    services.journal.judged(complaint)
    tell_person(client, place, phrases.THANKS_FOR_COMPLAINT)
