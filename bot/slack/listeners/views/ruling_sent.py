"""Somebody sent a ruling: what is wrong with it is said at the fields, else it is kept."""

from __future__ import annotations

from slack_bolt import Ack, BoltResponse
from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.making_rulings import form_for, may_rule, read_metadata, take, tell
from bot.slack.middleware import Next
from bot.slack.place import Body
from bot.slack.posting import tell_person
from bot.slack.services import Services


def check_ruling(
    view: Body, body: Body, ack: Ack, services: Services, next_: Next
) -> BoltResponse | None:
    """Closes a form that is right; leaves a faulty one open with its faults."""
    _, subject = read_metadata(view, body["user"]["id"])
    form = form_for(subject, services)
    faults = form.faults(form.values_in(view))
    if faults:
        return ack(response_action="errors", errors=faults)
    ack()
    return next_()


def keep_ruling(view: Body, body: Body, client: WebClient, services: Services) -> None:
    """Keeps it, and says so below the answer."""
    place, subject = read_metadata(view, body["user"]["id"])
    if not may_rule(place.user, services):
        tell_person(client, place, phrases.MAY_NOT_RULE)
        return
    values = form_for(subject, services).values_in(view)
    tell(take(values, subject, body, place, services), place, client, services)
