"""Somebody opened the app's home."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.slack.blocks.home import home_view
from bot.slack.incoming import Event
from bot.slack.services import Services


def show_home(event: Event, client: WebClient, services: Services) -> None:
    """Publishes the home tab as it is for this person today."""
    if event.get("tab", "home") != "home":
        return
    user = str(event["user"])
    last = services.journal.last_questions(user)
    client.views_publish(user_id=user, view=home_view(services.library, services.errata, last))
