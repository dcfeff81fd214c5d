"""Slack's interactive elements: their fields and limits, as docs.slack.dev gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.playground.schema import (
    Anything,
    ByType,
    Flag,
    Listing,
    Number,
    OneOf,
    Record,
    Shape,
    Words,
    plain_text,
    problem,
    text_object,
)

TYPE = Anything()
ACTION_ID = Words(255)
PLACEHOLDER = plain_text(150)
URL = Words(3000)
USER_OR_CHANNEL = Words(255)
STYLE = OneOf(("primary", "danger"))


class Matching:
    """A string in a fixed form, such as a date."""

    def __init__(self, pattern: str, words: str) -> None:
        self._pattern = re.compile(pattern)
        self._words = words

    def problems(self, value: Any, at: str) -> list[str]:
        """Checks the form."""
        matches = isinstance(value, str) and self._pattern.fullmatch(value)
        return [] if matches else [problem(self._words, at)]


DATE = Matching(r"\d{4}-\d{2}-\d{2}", "must be a valid date in the form YYYY-MM-DD")
TIME = Matching(r"([01]\d|2[0-3]):[0-5]\d", "must be a valid time in the form HH:mm")

CONFIRM = Record(
    {"title": plain_text(100), "text": text_object(300), "confirm": plain_text(30)},
    {"deny": plain_text(30), "style": STYLE},
)
DISPATCH = Record(
    {}, {"trigger_actions_on": Listing(OneOf(("on_enter_pressed", "on_character_entered")), 2)}
)
SLACK_FILE = Record({}, {"id": Words(255), "url": URL}, one_of=(("id", "url"),))


def option(text: Shape) -> Record:
    """An option of a menu or a list of boxes."""
    return Record({"text": text, "value": Words(150)}, {"description": text_object(75), "url": URL})


MENU_OPTION = option(plain_text(75))
BOX_OPTION = option(text_object(75))
OPTION_GROUP = Record({"label": plain_text(75), "options": Listing(MENU_OPTION, 100)})
MENU_OPTIONS: Mapping[str, Shape] = {
    "options": Listing(MENU_OPTION, 100),
    "option_groups": Listing(OPTION_GROUP, 100),
}


def element(required: Mapping[str, Shape], optional: Mapping[str, Shape], **more: Any) -> Record:
    """An element with the fields that every interactive element has."""
    common: dict[str, Shape] = {"action_id": ACTION_ID, "confirm": CONFIRM, "focus_on_load": Flag()}
    return Record({"type": TYPE, **required}, {**common, **optional}, **more)


def _several(shape: Shape) -> Listing:
    return Listing(shape, 100)


BUTTON = element(
    {"text": plain_text(75)},
    {"url": URL, "value": Words(2000), "style": STYLE, "accessibility_label": Words(75)},
)
FEEDBACK_BUTTON = Record(
    {"text": plain_text(75), "value": Words(2000)}, {"accessibility_label": Words(75)}
)
SELECTS: dict[str, Shape] = {
    "static_select": element(
        {},
        {**MENU_OPTIONS, "initial_option": MENU_OPTION, "placeholder": PLACEHOLDER},
        one_of=(("options", "option_groups"),),
    ),
    "multi_static_select": element(
        {},
        {
            **MENU_OPTIONS,
            "initial_options": _several(MENU_OPTION),
            "placeholder": PLACEHOLDER,
            "max_selected_items": Number(1),
        },
        one_of=(("options", "option_groups"),),
    ),
    "external_select": element(
        {},
        {
            "initial_option": MENU_OPTION,
            "placeholder": PLACEHOLDER,
            "min_query_length": Number(),
        },
    ),
    "users_select": element({}, {"initial_user": USER_OR_CHANNEL, "placeholder": PLACEHOLDER}),
    "multi_users_select": element(
        {},
        {
            "initial_users": _several(USER_OR_CHANNEL),
            "placeholder": PLACEHOLDER,
            "max_selected_items": Number(1),
        },
    ),
    "channels_select": element(
        {},
        {
            "initial_channel": USER_OR_CHANNEL,
            "placeholder": PLACEHOLDER,
            "response_url_enabled": Flag(),
        },
    ),
    "conversations_select": element(
        {},
        {
            "initial_conversation": USER_OR_CHANNEL,
            "default_to_current_conversation": Flag(),
            "placeholder": PLACEHOLDER,
            "response_url_enabled": Flag(),
            "filter": Anything(),
        },
    ),
}
PICKERS: dict[str, Shape] = {
    "datepicker": element({}, {"initial_date": DATE, "placeholder": PLACEHOLDER}),
    "timepicker": element(
        {}, {"initial_time": TIME, "placeholder": PLACEHOLDER, "timezone": Words(255)}
    ),
    "datetimepicker": element({}, {"initial_date_time": Number(10**9, 10**10 - 1)}),
}
BOXES: dict[str, Shape] = {
    "checkboxes": element(
        {"options": Listing(BOX_OPTION, 10)}, {"initial_options": Listing(BOX_OPTION, 10)}
    ),
    "radio_buttons": element({"options": Listing(BOX_OPTION, 10)}, {"initial_option": BOX_OPTION}),
}
FIELDS: dict[str, Shape] = {
    "plain_text_input": element(
        {},
        {
            "initial_value": Words(3000),
            "multiline": Flag(),
            "min_length": Number(0, 3000),
            "max_length": Number(1, 3000),
            "dispatch_action_config": DISPATCH,
            "placeholder": PLACEHOLDER,
        },
    ),
    "number_input": element(
        {"is_decimal_allowed": Flag()},
        {
            "initial_value": Words(255),
            "min_value": Words(255),
            "max_value": Words(255),
            "dispatch_action_config": DISPATCH,
            "placeholder": PLACEHOLDER,
        },
    ),
    "email_text_input": element(
        {},
        {
            "initial_value": Words(255),
            "dispatch_action_config": DISPATCH,
            "placeholder": PLACEHOLDER,
        },
    ),
    "url_text_input": element(
        {},
        {
            "initial_value": URL,
            "dispatch_action_config": DISPATCH,
            "placeholder": PLACEHOLDER,
        },
    ),
    "file_input": element({}, {"filetypes": Listing(Words(20), 100), "max_files": Number(1, 10)}),
}
OVERFLOW: dict[str, Shape] = {"overflow": element({"options": Listing(MENU_OPTION, 5)}, {})}
IMAGE: dict[str, Shape] = {
    "image": Record(
        {"type": TYPE, "alt_text": Words(2000)},
        {"image_url": URL, "slack_file": SLACK_FILE},
        one_of=(("image_url", "slack_file"),),
    )
}
BUTTONS: dict[str, Shape] = {"button": BUTTON, "workflow_button": element({}, {"text": TYPE})}
CONTEXT_ACTIONS: dict[str, Shape] = {
    "feedback_buttons": Record(
        {"type": TYPE, "positive_button": FEEDBACK_BUTTON, "negative_button": FEEDBACK_BUTTON},
        {"action_id": ACTION_ID},
    ),
    "icon_button": element(
        {"text": plain_text(75), "icon": Words(255)},
        {
            "value": Words(2000),
            "accessibility_label": Words(75),
            "visible_to_user_ids": Listing(USER_OR_CHANNEL, 100),
        },
    ),
}

IN_ACTIONS = ByType({**BUTTONS, **SELECTS, **PICKERS, **BOXES, **OVERFLOW})
IN_SECTION = ByType({**BUTTONS, **SELECTS, **PICKERS, **BOXES, **OVERFLOW, **IMAGE})
IN_INPUT = ByType({**SELECTS, **PICKERS, **BOXES, **FIELDS})
IN_CONTEXT = ByType(
    {
        **IMAGE,
        "plain_text": Record({"type": TYPE, "text": Words(3000)}, {"emoji": Flag()}),
        "mrkdwn": Record({"type": TYPE, "text": Words(3000)}, {"verbatim": Flag()}),
    }
)
IN_CONTEXT_ACTIONS = ByType(CONTEXT_ACTIONS)
