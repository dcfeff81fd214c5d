"""Somebody of the technical department wants to rule on a clause of an answer."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.forms.ruling import CLAUSE, FIRST
from bot.slack.making_rulings import form_for, may_rule, metadata_of
from bot.slack.place import Body, place_of
from bot.slack.posting import tell_person
from bot.slack.rulings import RulingSubject
from bot.slack.services import Services


def open_ruling_form(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Opens the form, or says who may."""
    place = place_of(body)
    if not may_rule(place.user, services):
        tell_person(client, place, phrases.MAY_NOT_RULE)
        return
    subject = RulingSubject.from_value(action["value"])
    metadata = metadata_of(action["value"], place)
    view = form_for(subject, services).view(metadata, {CLAUSE: FIRST})
    client.views_open(trigger_id=body["trigger_id"], view=view)
