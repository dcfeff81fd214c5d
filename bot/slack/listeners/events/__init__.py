"""Events: somebody wrote something."""

from __future__ import annotations

from slack_bolt import App

from bot.slack.listeners.events.message import hear_message

__all__ = ["register"]


def register(app: App) -> None:
    """A mention comes as ``app_mention``, as ``message``, or as both; it is answered once."""
    app.event("app_mention")(hear_message)
    app.event("message")(hear_message)
