"""The facts that a person filled in below a question back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.assistant.answer import Option
from bot.slack import phrases
from bot.slack.place import Body

State = Mapping[str, Any]


def filled_facts(body: Body) -> tuple[Option, ...]:
    """The facts with their words for a question; what was left empty is not there."""
    values: Mapping[str, Mapping[str, State]] = body.get("state", {}).get("values", {})
    filled = (
        _fact(action_id.partition(":")[2], state)
        for inputs in values.values()
        for action_id, state in inputs.items()
    )
    return tuple(fact for fact in filled if fact)


def _fact(name: str, state: State) -> Option | None:
    if chosen := state.get("selected_option"):
        return Option(name, chosen["value"], chosen["text"]["text"])
    value = state.get("selected_date") or state.get("value")
    return Option(name, str(value), phrases.fact(name, str(value))) if value else None
