"""Block Kit as plain data: every kind of block and element that we send, and its limits.

Plain dicts, because Slack's block models cost more time than the whole answer; the tests hold what
is built here against those models.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.slack.text import shorten

Block = dict[str, Any]
Element = dict[str, Any]

HEADER_LENGTH = 150
MOST_FIELDS = 10
_BUTTON_LENGTH = 75
_OPTION_LENGTH = 75
_MOST_OPTIONS = 100
_MOST_ROWS = 100
# Slack allows 10,000 characters in all tables of a message; a longer cell is no table any more.
_CELL_LENGTH = 500
_EMPTY_CELL = "—"


def words(text: str) -> Element:
    """A text object in which nothing is markup."""
    return {"type": "plain_text", "text": text, "emoji": False}


def header(text: str) -> Block:
    """Large letters, at most ``HEADER_LENGTH`` of them."""
    return {"type": "header", "text": words(text)}


def small_print(text: str) -> Block:
    """A line in small print, such as document, version and clause."""
    return {"type": "context", "elements": [words(text)]}


def section(markup: str, *, beside: Element | None = None) -> Block:
    """A paragraph in Slack's markup, in which the caller has escaped what people typed."""
    block: Block = {"type": "section", "text": {"type": "mrkdwn", "text": markup}}
    return block | ({"accessory": beside} if beside else {})


def fields(cells: Sequence[str]) -> Block:
    """Short texts in two columns, at most ``MOST_FIELDS`` of them."""
    return {"type": "section", "fields": [words(cell) for cell in cells]}


def divider() -> Block:
    """A line across."""
    return {"type": "divider"}


def table(columns: Sequence[str], rows: Sequence[Sequence[str | Element]]) -> Block:
    """A table with a heading row; rows beyond Slack's limit are left to the fallback text.

    A cell is a text, or rich text where somebody is named in it.
    """
    shown = (columns, *rows[: _MOST_ROWS - 1])
    return {
        "type": "table",
        "column_settings": [{"is_wrapped": True}] * len(columns),
        "rows": [[_cell(cell) for cell in row] for row in shown],
    }


def _cell(text: str | Element) -> Element:
    if not isinstance(text, str):
        return text
    # Slack refuses a table with an empty cell.
    return {"type": "raw_text", "text": shorten(text, _CELL_LENGTH) or _EMPTY_CELL}


def actions(*elements: Element) -> Block:
    """A row of buttons and menus."""
    return {"type": "actions", "elements": list(elements)}


def button(label: str, action_id: str, value: str, style: str | None = None) -> Element:
    """A button; ``style`` is ``primary`` or ``danger``."""
    element = {
        "type": "button",
        "text": words(shorten(label, _BUTTON_LENGTH)),
        "action_id": action_id,
        "value": value,
    }
    return element | ({"style": style} if style else {})


def option(label: str, value: str) -> Element:
    """A choice in a menu or among boxes."""
    return {"text": words(shorten(label, _OPTION_LENGTH)), "value": value}


def menu(action_id: str, options: Sequence[Element], placeholder: str, filled: str = "") -> Element:
    """A menu from which one is chosen; ``filled`` is the value chosen at first."""
    element: Element = {
        "type": "static_select",
        "action_id": action_id,
        "options": list(options[:_MOST_OPTIONS]),
        "placeholder": words(placeholder),
    }
    chosen = [each for each in element["options"] if each["value"] == filled]
    return element | ({"initial_option": chosen[0]} if chosen else {})


def grouped_menu(
    action_id: str,
    groups: Sequence[tuple[str, Sequence[Element]]],
    placeholder: str,
    filled: str = "",
) -> Element:
    """A menu whose options stand under headings."""
    element: Element = {
        "type": "static_select",
        "action_id": action_id,
        "option_groups": [
            {"label": words(label), "options": list(options[:_MOST_OPTIONS])}
            for label, options in groups
        ],
        "placeholder": words(placeholder),
    }
    chosen = [each for _, options in groups for each in options if each["value"] == filled]
    return element | ({"initial_option": chosen[0]} if chosen else {})


def people_menu(action_id: str, placeholder: str, filled: str = "") -> Element:
    """A menu of the people in the workspace; ``filled`` is a user id."""
    element = {
        "type": "users_select",
        "action_id": action_id,
        "placeholder": words(placeholder),
    }
    return element | ({"initial_user": filled} if filled else {})


def time_picker(action_id: str, filled: str = "") -> Element:
    """A clock; ``filled`` is an hour as 09:00."""
    element = {"type": "timepicker", "action_id": action_id}
    return element | ({"initial_time": filled} if filled else {})


def boxes(action_id: str, options: Sequence[Element], filled: Sequence[str] = ()) -> Element:
    """Boxes of which any number is ticked."""
    element: Element = {"type": "checkboxes", "action_id": action_id, "options": list(options)}
    ticked = [each for each in options if each["value"] in filled]
    return element | ({"initial_options": ticked} if ticked else {})


def date_picker(action_id: str, filled: str = "") -> Element:
    """A calendar; ``filled`` is an ISO date."""
    element = {"type": "datepicker", "action_id": action_id}
    return element | ({"initial_date": filled} if filled else {})


def number_field(action_id: str, least: int | None = None, filled: str = "") -> Element:
    """A field for a whole number."""
    field = {"type": "number_input", "action_id": action_id, "is_decimal_allowed": False}
    field |= {} if least is None else {"min_value": str(least)}
    return field | ({"initial_value": filled} if filled else {})


def text_field(action_id: str, filled: str = "", several_lines: bool = False) -> Element:
    """A field for words."""
    field = {"type": "plain_text_input", "action_id": action_id, "multiline": several_lines}
    return field | ({"initial_value": filled} if filled else {})


def input_block(block_id: str, label: str, element: Element) -> Block:
    """A labelled input."""
    return {"type": "input", "block_id": block_id, "label": words(label), "element": element}
