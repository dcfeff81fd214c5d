"""Clicks on the buttons and inputs of messages and of the home tab."""

from __future__ import annotations

from slack_bolt import App

from bot.slack import ids
from bot.slack.listeners.actions.answer_with_facts import answer_with_facts
from bot.slack.listeners.actions.change_facts import open_filled_form
from bot.slack.listeners.actions.choose_option import choose_option
from bot.slack.listeners.actions.fill_fact import fill_fact
from bot.slack.listeners.actions.judge import complain, praise, want_rule
from bot.slack.listeners.actions.make_statement import make_statement
from bot.slack.listeners.actions.read_whole import show_whole_clause
from bot.slack.listeners.actions.rule import open_ruling_form
from bot.slack.listeners.actions.share import share_answer
from bot.slack.listeners.actions.try_example import try_example

__all__ = ["register"]


def register(app: App) -> None:
    """Each action and its listener."""
    app.action(ids.CHOOSE_OPTION_ANY)(choose_option)
    app.action(ids.ANSWER_WITH_FACTS)(answer_with_facts)
    app.action(ids.FILL_FACT_ANY)(fill_fact)
    app.action(ids.SHARE)(share_answer)
    app.action(ids.PRAISE)(praise)
    app.action(ids.COMPLAIN)(complain)
    app.action(ids.WANT_RULE)(want_rule)
    app.action(ids.RULE)(open_ruling_form)
    app.action(ids.READ_WHOLE)(show_whole_clause)
    app.action(ids.CHANGE_FACTS)(open_filled_form)
    app.action(ids.MAKE_STATEMENT)(make_statement)
    app.action(ids.TRY_EXAMPLE_ANY)(try_example)
