"""Somebody gave a command that asks: ``/mandays``, ``/deadline``, ``/sampling``, …"""

from __future__ import annotations

from collections.abc import Mapping

from slack_sdk import WebClient

from bot.slack import ids, phrases
from bot.slack.answering import answered
from bot.slack.asked import Asked
from bot.slack.place import place_of
from bot.slack.posting import reply
from bot.slack.services import Services
from bot.slack.text import typed_words


def ask(command: Mapping[str, str], client: WebClient, services: Services) -> None:
    """Answers the words behind the command to the person alone; without words, opens its form."""
    name, place = command["command"], place_of(command)
    words = typed_words(command.get("text") or "")
    if words:
        asked = Asked(words, over_all=name == ids.COMPARE)
        ending = phrases.COMMAND_ENDINGS.get(name, "")
        reply(client, place, answered(asked, place, services, ending))
    else:
        form = services.forms.by_command[name]
        client.views_open(trigger_id=command["trigger_id"], view=form.view(place.to_metadata()))
