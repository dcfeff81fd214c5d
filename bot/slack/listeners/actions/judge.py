"""Somebody pressed 👍 or 👎, or asked for a rule that the documents do not have."""

from __future__ import annotations

import json

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.asked import Asked
from bot.slack.forms.feedback import feedback_form
from bot.slack.journal import WANTED, Feedback
from bot.slack.place import Body, place_of
from bot.slack.posting import tell_person
from bot.slack.services import Services


def praise(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Notes it and says thank you."""
    asked, _ = Asked.from_value(action["value"])
    services.journal.judged(Feedback(place_of(body), asked, is_good=True))
    tell_person(client, place_of(body), phrases.THANKS)


def complain(action: Body, body: Body, client: WebClient) -> None:
    """Asks what was wrong."""
    metadata = json.dumps([place_of(body).to_metadata(), action["value"]], ensure_ascii=False)
    view = feedback_form().view(metadata)
    client.views_open(trigger_id=body["trigger_id"], view=view)


def want_rule(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Notes that the question has no rule, and says so."""
    asked, _ = Asked.from_value(action["value"])
    services.journal.judged(Feedback(place_of(body), asked, is_good=False, reason=WANTED))
    tell_person(client, place_of(body), phrases.WANTED_NOTED)
