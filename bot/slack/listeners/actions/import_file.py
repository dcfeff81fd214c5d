"""Somebody decided whether a table is imported into the register."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.register.errors import RegisterRefuses
from bot.slack import ids, import_phrases
from bot.slack.blocks.message import Message
from bot.slack.importing_files import import_file
from bot.slack.mentioning import mention
from bot.slack.place import Body, place_of
from bot.slack.posting import replace_seen, tell_person
from bot.slack.services import Services


def import_table(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Imports it and says so in place of the plan."""
    place = place_of(body)
    skip_bad = action["action_id"] == ids.IMPORT_REST
    try:
        told = import_file(action["value"], place.user, client, services, skip_bad=skip_bad)
    except RegisterRefuses as refusal:
        tell_person(client, place, str(refusal))
        return
    replace_seen(client, place, body, told)


def leave_table(body: Body, client: WebClient) -> None:
    """Says in place of the plan that nothing was imported."""
    place = place_of(body)
    told = Message(f"{mention(place.user)} {import_phrases.NOT_IMPORTED}")
    replace_seen(client, place, body, told)
