"""Somebody gave a command of the register, which is not there yet."""

from __future__ import annotations

from collections.abc import Mapping

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.place import place_of
from bot.slack.posting import tell_person


def say_not_yet(command: Mapping[str, str], client: WebClient) -> None:
    """Says so, and what can be done instead."""
    tell_person(client, place_of(command), phrases.not_yet(command["command"]))
