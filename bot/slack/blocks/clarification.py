"""Asking back: buttons where one click answers, otherwise inputs with a button to send them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    DatePickerElement,
    InputBlock,
    InputInteractiveElement,
    NumberInputElement,
    PlainTextObject,
    StaticSelectElement,
)
from slack_sdk.models.blocks import Option as MenuOption

from bot import wording
from bot.assistant.answer import Clarification, Option
from bot.slack import ids
from bot.slack.asked import Asked
from bot.slack.blocks.message import Group
from bot.slack.blocks.rich_text import bold, paragraph, plain
from bot.slack.text import shorten

_BUTTON_TEXT = 75
# More than these are no longer taken in at a glance: then a menu.
_MOST_BUTTONS = 6
_DATES = ("_date", "stage_1_end", "stage_2_end")
_NUMBERS = ("headcount", "site_count")


def clarification_groups(clarification: Clarification, asked: Asked) -> Iterator[Group]:
    """The question back, and the means to answer it with a click."""
    yield [paragraph(bold(clarification.prompt)), *_means(clarification, asked)]


def _means(clarification: Clarification, asked: Asked) -> list[Block]:
    if len(clarification.ask) == 1 and 0 < len(clarification.options) <= _MOST_BUTTONS:
        return _buttons(clarification.options, asked)
    inputs = [
        _input_block(name, element)
        for name in clarification.ask
        if (element := _input(name, _options_of(clarification, name)))
    ]
    value = asked.to_value()
    if not inputs or len(inputs) < len(clarification.ask) or value is None:
        return [paragraph(plain(wording.REPLY_IN_THREAD))]
    send = ButtonElement(
        text=wording.ANSWER_WITH_FACTS,
        action_id=ids.ANSWER_WITH_FACTS,
        value=value,
        style="primary",
    )
    return [*inputs, ActionsBlock(elements=[send])]


def _buttons(options: Sequence[Option], asked: Asked) -> list[Block]:
    buttons = [
        ButtonElement(
            text=shorten(option.label, _BUTTON_TEXT),
            action_id=ids.choose_option(place),
            value=value,
        )
        for place, option in enumerate(options)
        if (value := asked.to_value(option))
    ]
    return [ActionsBlock(elements=buttons)] if buttons else []


def _options_of(clarification: Clarification, name: str) -> list[Option]:
    return [option for option in clarification.options if option.name == name]


def _input(name: str, options: Sequence[Option]) -> InputInteractiveElement | None:
    """The input that takes this fact; None where it can only be said in words."""
    action_id = ids.fill_fact(name)
    if options:
        menu = [MenuOption(text=shorten(o.label, 75), value=o.value) for o in options[:100]]
        return StaticSelectElement(action_id=action_id, options=menu, placeholder=wording.CHOOSE)
    if name.endswith(_DATES):
        return DatePickerElement(action_id=action_id)
    if name in _NUMBERS:
        return NumberInputElement(action_id=action_id, is_decimal_allowed=False, min_value="1")
    return None


def _input_block(name: str, element: InputInteractiveElement) -> InputBlock:
    label = PlainTextObject(text=wording.ask_for([name]), emoji=False)
    return InputBlock(block_id=f"{ids.FACTS_BLOCK}:{name}", label=label, element=element)
