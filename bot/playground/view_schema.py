"""Modals and home tabs: their fields and limits."""

from __future__ import annotations

import json
from typing import Any

from bot.playground.block_schema import view_blocks_problems
from bot.playground.json_object import JsonObject
from bot.playground.schema import (
    Anything,
    ByType,
    Flag,
    OneOf,
    Record,
    Words,
    plain_text,
    problem,
)
from bot.playground.slack_error import SlackError

VIEW_BYTES = 250_000
COMMON = {
    "private_metadata": Words(3000, 0),
    "callback_id": Words(255, 0),
    "external_id": Words(255, 0),
}
VIEW = ByType(
    {
        "modal": Record(
            {"type": OneOf(("modal",)), "title": plain_text(24), "blocks": Anything()},
            {
                **COMMON,
                "close": plain_text(24),
                "submit": plain_text(24),
                "clear_on_close": Flag(),
                "notify_on_close": Flag(),
                "submit_disabled": Flag(),
            },
        ),
        "home": Record({"type": OneOf(("home",)), "blocks": Anything()}, COMMON),
    }
)


def parse_view(value: Any, kind: str) -> JsonObject:
    """The definition of a view of this kind; raises ``SlackError`` as Slack would."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError as error:
            raise SlackError("invalid_arguments", ["view must be valid JSON"]) from error
    if not value:
        raise SlackError("invalid_arguments", ["missing required field: view"])
    found = VIEW.problems(value, "/view") or _blocks_problems(value)
    if not found and value["type"] != kind:
        found = [problem(f"must be a {kind} view", "/view/type")]
    if found:
        raise SlackError("invalid_arguments", found)
    if len(json.dumps(value)) > VIEW_BYTES:
        raise SlackError("view_too_large")
    return dict(value)


def _blocks_problems(view: JsonObject) -> list[str]:
    found = view_blocks_problems(view["blocks"], "/view/blocks")
    if found:
        return found
    has_input = any(block["type"] == "input" for block in view["blocks"])
    if view["type"] == "modal" and has_input and not view.get("submit"):
        return [problem("missing required field: submit", "/view")]
    return []
