"""Clicks on the buttons and inputs of messages."""

from __future__ import annotations

from slack_bolt import App

from bot.slack import ids
from bot.slack.listeners.actions.answer_with_facts import answer_with_facts
from bot.slack.listeners.actions.choose_option import choose_option
from bot.slack.listeners.actions.fill_fact import fill_fact

__all__ = ["register"]


def register(app: App) -> None:
    """Each action and its listener."""
    app.action(ids.CHOOSE_OPTION_ANY)(choose_option)
    app.action(ids.ANSWER_WITH_FACTS)(answer_with_facts)
    app.action(ids.FILL_FACT_ANY)(fill_fact)
