"""The fields of forms: how each is shown, read, checked and said in a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.slack import ids, phrases
from bot.slack.blocks import kit
from bot.slack.blocks.kit import Block, Element

State = Mapping[str, Any]

_LONGEST_TEXT = 500
# What is beyond these was mistyped.
_MOST = 1_000_000
_YEARS = range(1950, 2100)
# Where an element's state holds what was filled in.
_SINGLE = ("selected_date", "selected_user", "selected_time", "value")
_PERSON = re.compile(r"[UW][A-Z0-9]+")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class FieldKind(StrEnum):
    """What is filled in."""

    MENU = "menu"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    LONG_TEXT = "long_text"
    PERSON = "person"
    TIME = "time"
    BOXES = "boxes"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that may be chosen, as it is shown and said, under the heading of its group."""

    value: str
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form; ``name`` is that of the fact it takes.

    One that ``tells_at_once`` is told to the bot as soon as it is filled in.
    """

    name: str
    kind: FieldKind
    label: str
    choices: tuple[Choice, ...] = ()
    optional: bool = False
    hint: str = ""
    tells_at_once: bool = False

    @property
    def block_id(self) -> str:
        """The id of its block, where Slack shows what is wrong with it."""
        return f"{ids.FACTS_BLOCK}:{self.name}"

    def block(self, filled: str = "") -> Block:
        """The input, filled in if a value is given."""
        block = kit.input_block(self.block_id, self.label, self._element(filled))
        if self.optional:
            block["optional"] = True
        if self.hint:
            block["hint"] = kit.words(self.hint)
        if self.tells_at_once:
            block["dispatch_action"] = True
        return block

    def _element(self, filled: str) -> Element:
        action_id = ids.fill_fact(self.name)
        options = [kit.option(choice.label, choice.value) for choice in self.choices]
        match self.kind:
            case FieldKind.MENU if groups := self._groups():
                return kit.grouped_menu(action_id, groups, phrases.CHOOSE, filled)
            case FieldKind.MENU:
                return kit.menu(action_id, options, phrases.CHOOSE, filled)
            case FieldKind.PERSON:
                return kit.people_menu(action_id, phrases.CHOOSE, filled)
            case FieldKind.TIME:
                return kit.time_picker(action_id, filled)
            case FieldKind.BOXES:
                return kit.boxes(action_id, options, filled.split(","))
            case FieldKind.NUMBER:
                return kit.number_field(action_id, least=1, filled=filled)
            case FieldKind.DATE:
                return kit.date_picker(action_id, filled)
            case FieldKind.TEXT:
                return kit.text_field(action_id, filled)
            case FieldKind.LONG_TEXT:
                return kit.text_field(action_id, filled, several_lines=True)

    def _groups(self) -> list[tuple[str, list[Element]]]:
        """The choices under their headings; none where they have none."""
        headings = dict.fromkeys(choice.group for choice in self.choices if choice.group)
        return [
            (heading, [kit.option(each.label, each.value) for each in self._under(heading)])
            for heading in headings
        ]

    def _under(self, heading: str) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.group == heading)

    def value_in(self, state: State) -> str:
        """What was filled in; empty where nothing was. Several boxes are joined by commas."""
        if several := state.get("selected_options"):
            return ",".join(option["value"] for option in several)
        chosen = (state.get("selected_option") or {}).get("value")
        picked = [chosen, *(state.get(name) for name in _SINGLE)]
        return next((str(each).strip() for each in picked if each), "")

    def fault(self, value: str) -> str:
        """What is wrong with a value, as one sentence; empty where nothing is."""
        if not value:
            return "" if self.optional else phrases.FIELD_REQUIRED
        match self.kind:
            case FieldKind.NUMBER:
                return "" if _is_count(value) else phrases.FIELD_NOT_A_COUNT
            case FieldKind.DATE:
                return "" if _is_date(value) else phrases.FIELD_NOT_A_DATE
            case FieldKind.PERSON:
                return "" if _PERSON.fullmatch(value) else phrases.FIELD_NOT_A_CHOICE
            case FieldKind.TIME:
                return "" if _TIME.fullmatch(value) else phrases.FIELD_NOT_A_TIME
            case FieldKind.TEXT | FieldKind.LONG_TEXT:
                too_long = len(value) > _LONGEST_TEXT
                return phrases.field_too_long(len(value), _LONGEST_TEXT) if too_long else ""
            case FieldKind.MENU | FieldKind.BOXES:
                known = {choice.value for choice in self.choices}
                return "" if set(value.split(",")) <= known else phrases.FIELD_NOT_A_CHOICE

    def said(self, value: str) -> str:
        """The value in the words of a question."""
        if self.kind in (FieldKind.MENU, FieldKind.BOXES):
            labels = {choice.value: choice.label for choice in self.choices}
            return "，".join(labels[each] for each in value.split(","))
        return phrases.fact(self.name, value)


def _is_count(value: str) -> bool:
    return value.isascii() and value.isdigit() and 0 < int(value) <= _MOST


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).year in _YEARS
    except ValueError:
        return False
