"""What people do in Slack, one listener each, in folders by Slack's kinds of request."""

from __future__ import annotations

from slack_bolt import App

from bot.slack.listeners import actions, commands, events, shortcuts, views

__all__ = ["register"]


def register(app: App) -> None:
    """Registers every listener; they get ``services`` by name, see ``bot.slack.middleware``."""
    for folder in (events, commands, actions, views, shortcuts):
        folder.register(app)
