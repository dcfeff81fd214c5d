"""Slash commands."""

from __future__ import annotations

from slack_bolt import App

from bot.slack import ids
from bot.slack.listeners.commands.mandays import ask_person_days

__all__ = ["register"]


def register(app: App) -> None:
    """Each command and its listener."""
    app.command(ids.MANDAYS)(ask_person_days)
