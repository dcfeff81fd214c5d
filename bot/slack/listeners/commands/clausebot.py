"""Somebody gave ``/clausebot scheme …``, what this channel is about, or ``/clausebot help``."""

from __future__ import annotations

from collections.abc import Mapping

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.blocks.message import Message
from bot.slack.place import place_of
from bot.slack.posting import share, tell_person
from bot.slack.services import Services
from bot.slack.setting_schemes import set_scheme
from bot.slack.text import escape

_SCHEME = "scheme"


def set_channel(command: Mapping[str, str], client: WebClient, services: Services) -> None:
    """Sets the channel's scheme before everybody's eyes; anything else gets help."""
    place = place_of(command)
    what, _, name = (command.get("text") or "").strip().partition(" ")
    if what != _SCHEME:
        tell_person(client, place, phrases.HELP)
        return
    changed, words = set_scheme(name.strip(), command["channel_id"], services)
    if changed:
        told = Message(phrases.set_by(command["user_id"], escape(words)))
        share(client, place, [told])
    else:
        tell_person(client, place, words)
