"""Shortcuts in the menu of a message."""

from __future__ import annotations

from slack_bolt import App

from bot.slack import ids
from bot.slack.listeners.shortcuts.answer_by_rules import answer_by_rules

__all__ = ["register"]


def register(app: App) -> None:
    """Each shortcut and its listener."""
    app.shortcut({"type": "message_action", "callback_id": ids.ANSWER_BY_RULES})(answer_by_rules)
