"""Somebody wants to see the same calculation with other facts."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.slack.blocks.below import facts_in
from bot.slack.place import Body, place_of
from bot.slack.services import Services


def open_filled_form(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Opens the form with the facts of the answer in it."""
    form, facts = facts_in(action["value"], services.forms)
    view = form.view(place_of(body).to_metadata(), facts)
    client.views_open(trigger_id=body["trigger_id"], view=view)
