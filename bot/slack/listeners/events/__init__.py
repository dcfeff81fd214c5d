"""Events: somebody wrote something, opened the home tab or the assistant."""

from __future__ import annotations

from slack_bolt import App

from bot.slack.listeners.events.assistant_opened import greet, ignore_context
from bot.slack.listeners.events.home_opened import show_home
from bot.slack.listeners.events.message import hear_message

__all__ = ["register"]


def register(app: App) -> None:
    """A mention comes as ``app_mention``, as ``message``, or as both; it is answered once."""
    app.event("app_mention")(hear_message)
    app.event("message")(hear_message)
    app.event("app_home_opened")(show_home)
    app.event("assistant_thread_started")(greet)
    app.event("assistant_thread_context_changed")(ignore_context)
