"""A form: its fields, its view in Slack, what is wrong with what was filled in, its question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.slack import phrases
from bot.slack.asked import Asked
from bot.slack.blocks import kit
from bot.slack.blocks.rich_text import paragraph, plain
from bot.slack.forms.field import Field

Values = Mapping[str, str]
Faults = Mapping[str, str]
View = dict[str, Any]

SCHEME = "scheme"


def all_of_it(values: Values) -> Values:
    """For forms in which everything that is filled in bears on the question."""
    return values


def no_further_check(_values: Values) -> Faults:
    """For forms whose fields say all there is to say."""
    return {}


@dataclass(frozen=True, slots=True)
class Form:
    """A form that stands for a question.

    ``ending`` says what is asked, behind the facts. ``check`` looks at the fields together and
    names faults by field. ``send`` is what the button says. ``over_all``: every scheme is meant.
    ``bearing`` keeps what bears on the question. ``lead`` stands above the fields.
    """

    callback_id: str
    title: str
    fields: tuple[Field, ...]
    ending: str = ""
    check: Callable[[Values], Faults] = no_further_check
    send: str = phrases.FORM_SEND
    over_all: bool = False
    bearing: Callable[[Values], Values] = all_of_it
    lead: tuple[str, ...] = ()

    def view(self, metadata: str, filled: Values | None = None) -> View:
        """The modal; ``metadata`` comes back with what is filled in."""
        values = filled or {}
        return {
            "type": "modal",
            "callback_id": self.callback_id,
            "title": kit.words(self.title),
            "submit": kit.words(self.send),
            "close": kit.words(phrases.FORM_CANCEL),
            "private_metadata": metadata,
            "blocks": [
                *(paragraph(plain(words)) for words in self.lead),
                *(field.block(values.get(field.name, "")) for field in self.fields),
            ],
        }

    def values_in(self, view: Mapping[str, Any]) -> dict[str, str]:
        """What was filled in, by the names of the fields; empty ones left out."""
        states = view.get("state", {}).get("values", {})
        filled: dict[str, str] = {}
        for field in self.fields:
            for state in states.get(field.block_id, {}).values():
                if value := field.value_in(state):
                    filled[field.name] = value
        return filled

    def faults(self, values: Values) -> dict[str, str]:
        """What is wrong, by the block where Slack shows it."""
        found = {
            field.name: fault
            for field in self.fields
            if (fault := field.fault(values.get(field.name, "")))
        }
        found = found or dict(self.check(values))
        blocks = {field.name: field.block_id for field in self.fields}
        return {blocks[name]: fault for name, fault in found.items()}

    def asked(self, values: Values) -> Asked:
        """The question that the form stands for."""
        bearing = self.bearing(values)
        said = [
            field.said(bearing[field.name])
            for field in self.fields
            if field.name in bearing and field.name != SCHEME
        ]
        ending = [self.ending] if self.ending else []
        text = "，".join((*said, *ending))
        return Asked(text, values.get(SCHEME), over_all=self.over_all)
