"""Asking back: buttons where one click answers, otherwise inputs with buttons to send them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot import wording
from bot.assistant.answer import Clarification, Option
from bot.slack import ids, phrases
from bot.slack.asked import Asked
from bot.slack.blocks import kit
from bot.slack.blocks.kit import Block, Element
from bot.slack.blocks.message import Group
from bot.slack.blocks.rich_text import bold, paragraph, plain

# More than these are no longer taken in at a glance: then a menu.
_MOST_BUTTONS = 6
_DATES = ("_date", "stage_1_end", "stage_2_end")
_NUMBERS = ("headcount", "site_count")


def clarification_groups(clarification: Clarification, asked: Asked) -> Iterator[Group]:
    """The question back, and the means to answer it with a click."""
    prompt = paragraph(bold(clarification.prompt))
    if len(clarification.ask) == 1 and 0 < len(clarification.options) <= _MOST_BUTTONS:
        yield [prompt, *_buttons(clarification.options, asked)]
    else:
        yield _inputs(clarification, asked) or [prompt, paragraph(plain(phrases.REPLY_IN_THREAD))]


def _inputs(clarification: Clarification, asked: Asked) -> list[Block]:
    """An input for each missing fact; none where one of them can only be said in words.

    Where a few values of one fact are known, each is a button that sends the rest along.
    """
    clicked = _clicked(clarification)
    inputs = [
        kit.input_block(f"{ids.FACTS_BLOCK}:{name}", wording.ask_for([name]), element)
        for name in clarification.ask
        if name != clicked and (element := _input(name, _options_of(clarification, name)))
    ]
    value = asked.to_value()
    if len(inputs) + bool(clicked) < len(clarification.ask) or value is None:
        return []
    if clicked:
        options = _options_of(clarification, clicked)
        sending = [paragraph(bold(wording.ask_for([clicked]))), *_buttons(options, asked)]
    else:
        send = kit.button(phrases.ANSWER_WITH_FACTS, ids.ANSWER_WITH_FACTS, value, "primary")
        sending = [kit.actions(send)]
    return [paragraph(bold(phrases.FACTS_MISSING)), *inputs, *sending]


def _clicked(clarification: Clarification) -> str:
    """The one fact of those missing that has values to click on; empty where none or more has."""
    named = {option.name for option in clarification.options} & set(clarification.ask)
    few = len(clarification.options) <= _MOST_BUTTONS
    return named.pop() if len(named) == 1 and few else ""


def _buttons(options: Sequence[Option], asked: Asked) -> list[Block]:
    buttons = [
        kit.button(option.label, ids.choose_option(place), value)
        for place, option in enumerate(options)
        if (value := asked.to_value(option))
    ]
    return [kit.actions(*buttons)] if buttons else [paragraph(plain(phrases.REPLY_IN_THREAD))]


def _options_of(clarification: Clarification, name: str) -> list[Option]:
    return [option for option in clarification.options if option.name == name]


def _input(name: str, options: Sequence[Option]) -> Element | None:
    """The input that takes this fact; None where it can only be said in words."""
    action_id = ids.fill_fact(name)
    if options:
        choices = [kit.option(option.label, option.value) for option in options]
        return kit.menu(action_id, choices, phrases.CHOOSE)
    if name.endswith(_DATES):
        return kit.date_picker(action_id)
    return kit.number_field(action_id, least=1) if name in _NUMBERS else None
