"""Slash commands."""

from __future__ import annotations

from slack_bolt import App

from bot.slack import ids
from bot.slack.listeners.commands.ask import ask
from bot.slack.listeners.commands.cert import serve_register
from bot.slack.listeners.commands.clausebot import set_channel
from bot.slack.listeners.commands.digest import serve_digest
from bot.slack.listeners.commands.help import show_help
from bot.slack.who_may import only_readers

__all__ = ["register"]

_ASKING = (ids.MANDAYS, ids.DEADLINE, ids.SAMPLING, ids.FEE, ids.CLAUSE, ids.COMPARE)


def register(app: App) -> None:
    """Each command and its listener."""
    for command in _ASKING:
        app.command(command)(ask)
    app.command(ids.CERT, middleware=[only_readers])(serve_register)
    app.command(ids.DIGEST, middleware=[only_readers])(serve_digest)
    app.command(ids.HELP)(show_help)
    app.command(ids.CLAUSEBOT)(set_channel)
