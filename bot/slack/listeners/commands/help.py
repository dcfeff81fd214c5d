"""Somebody gave ``/help``."""

from __future__ import annotations

from collections.abc import Mapping

from slack_sdk import WebClient

from bot.slack import phrases
from bot.slack.place import place_of
from bot.slack.posting import tell_person


def show_help(command: Mapping[str, str], client: WebClient) -> None:
    """Says what can be asked, and how."""
    tell_person(client, place_of(command), phrases.HELP)
