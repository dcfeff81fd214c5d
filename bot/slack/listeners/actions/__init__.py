"""Clicks on the buttons and inputs of messages and of the home tab."""

from __future__ import annotations

from slack_bolt import App

from bot.slack import ids
from bot.slack.certificate_actions import CERTIFICATE_ACTIONS
from bot.slack.listeners.actions.answer_with_facts import answer_with_facts
from bot.slack.listeners.actions.certificate import (
    act_on_certificate,
    add_certificate,
    ask_what_the_kind_wants,
    export_register,
    list_certificates,
    turn_page,
)
from bot.slack.listeners.actions.change_facts import open_filled_form
from bot.slack.listeners.actions.choose_option import choose_option
from bot.slack.listeners.actions.fill_fact import fill_fact
from bot.slack.listeners.actions.import_file import import_table, leave_table
from bot.slack.listeners.actions.judge import complain, praise, want_rule
from bot.slack.listeners.actions.make_statement import make_statement
from bot.slack.listeners.actions.obligation import (
    open_obligation_form,
    show_obligation_clause,
)
from bot.slack.listeners.actions.read_whole import show_whole_clause
from bot.slack.listeners.actions.rule import open_ruling_form
from bot.slack.listeners.actions.share import share_answer
from bot.slack.listeners.actions.try_example import try_example
from bot.slack.who_may import only_editors, only_readers

__all__ = ["register"]


def register(app: App) -> None:
    """Each action and its listener."""
    # Before the facts in general, since its name is one of theirs.
    app.action(ids.EVENT_KIND, middleware=[only_readers])(ask_what_the_kind_wants)
    _register_desk(app)
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


def _register_desk(app: App) -> None:
    """What is done with the register and the digests."""
    for name in CERTIFICATE_ACTIONS:
        app.action(ids.at_any_place(name), middleware=[only_readers])(act_on_certificate)
    app.action(ids.CERTIFICATE_ADD, middleware=[only_editors])(add_certificate)
    app.action(ids.CERTIFICATE_LIST, middleware=[only_readers])(list_certificates)
    app.action(ids.CERTIFICATE_EXPORT, middleware=[only_readers])(export_register)
    app.action(ids.TURN_PAGE_ANY, middleware=[only_readers])(turn_page)
    for name in (ids.OBLIGATION_DONE, ids.OBLIGATION_PUT_OFF):
        app.action(name, middleware=[only_editors])(open_obligation_form)
    app.action(ids.OBLIGATION_CLAUSE, middleware=[only_readers])(show_obligation_clause)
    for name in (ids.IMPORT, ids.IMPORT_REST):
        app.action(name, middleware=[only_editors])(import_table)
    app.action(ids.IMPORT_NOT, middleware=[only_editors])(leave_table)
