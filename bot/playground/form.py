"""What a person enters in blocks: Slack's way of writing it, and what Slack itself refuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.playground.json_object import JsonObject

Entered = Mapping[str, Mapping[str, Any]]

# The key under which each element's state stands, and the key of its initial value.
SIMPLE = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "channels_select": ("selected_channel", "initial_channel"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
}
ONE_OPTION = ("static_select", "external_select", "radio_buttons")
SEVERAL_OPTIONS = ("multi_static_select", "checkboxes")
STATEFUL = (*SIMPLE, *ONE_OPTION, *SEVERAL_OPTIONS)

REQUIRED = "请填写此必填字段。"


def elements(blocks: Sequence[JsonObject]) -> Iterator[tuple[JsonObject, JsonObject]]:
    """Every element of the blocks with the block it stands in."""
    for block in blocks:
        if block["type"] in ("actions", "context_actions"):
            for element in block["elements"]:
                yield block, element
        for key in ("accessory", "element"):
            if key in block:
                yield block, block[key]


def options(element: JsonObject) -> list[JsonObject]:
    """The options of an element, those in groups included."""
    grouped = [option for group in element.get("option_groups", ()) for option in group["options"]]
    return [*element.get("options", ()), *grouped]


def state(element: JsonObject, plain: Any) -> JsonObject:
    """A plain value (text, a date, an option's value or several) as Slack writes it in a state."""
    kind = element["type"]
    if kind in SIMPLE:
        return {"type": kind, SIMPLE[kind][0]: plain if plain != "" else None}
    if kind in SEVERAL_OPTIONS:
        chosen = [o for o in options(element) if o["value"] in (plain or ())]
        return {"type": kind, "selected_options": chosen}
    return {"type": kind, "selected_option": _option(element, plain)}


def initial(element: JsonObject) -> Any:
    """The plain value that an element opens with; ``None`` or an empty list for nothing."""
    kind = element["type"]
    if kind in SIMPLE:
        return element.get(SIMPLE[kind][1])
    if kind in SEVERAL_OPTIONS:
        return [option["value"] for option in element.get("initial_options", ())]
    return (element.get("initial_option") or {}).get("value")


def values(
    blocks: Sequence[JsonObject],
    entered: Entered,
    before: Mapping[str, Mapping[str, JsonObject]],
) -> dict[str, dict[str, JsonObject]]:
    """The ``state.values`` of a surface: what was entered, else what stood there before."""
    found: dict[str, dict[str, JsonObject]] = {}
    for block, element in elements(blocks):
        if element["type"] not in STATEFUL:
            continue
        block_id, action_id = block["block_id"], element["action_id"]
        if action_id in entered.get(block_id, {}):
            now = state(element, entered[block_id][action_id])
        else:
            now = before.get(block_id, {}).get(action_id) or state(element, initial(element))
        found.setdefault(block_id, {})[action_id] = now
    return found


def refusals(blocks: list[JsonObject], states: Mapping[str, Any]) -> dict[str, str]:
    """What Slack refuses by itself before the app hears of it: block id → sentence."""
    found: dict[str, str] = {}
    for block in blocks:
        if block["type"] != "input":
            continue
        element = block["element"]
        sentence = _refusal(block, element, _plain(states[block["block_id"]][element["action_id"]]))
        if sentence:
            found[block["block_id"]] = sentence
    return found


def _refusal(block: JsonObject, element: JsonObject, plain: Any) -> str:
    if not plain:
        return "" if block.get("optional") else REQUIRED
    if element["type"] == "plain_text_input":
        return _length_refusal(element, plain)
    if element["type"] == "number_input":
        return _number_refusal(element, plain)
    return ""


def _length_refusal(element: JsonObject, text: str) -> str:
    if len(text) < element.get("min_length", 0):
        return f"请至少输入 {element['min_length']} 个字符。"
    if len(text) > element.get("max_length", 3000):
        return f"请最多输入 {element.get('max_length', 3000)} 个字符。"
    return ""


def _number_refusal(element: JsonObject, text: str) -> str:
    try:
        number = float(text)
    except ValueError:
        return "请输入数字。"
    if not element["is_decimal_allowed"] and not number.is_integer():
        return "请输入整数。"
    if "min_value" in element and number < float(element["min_value"]):
        return f"请输入不小于 {element['min_value']} 的数字。"
    if "max_value" in element and number > float(element["max_value"]):
        return f"请输入不大于 {element['max_value']} 的数字。"
    return ""


def _plain(now: JsonObject) -> Any:
    return next(value for key, value in now.items() if key != "type")


def _option(element: JsonObject, value: Any) -> JsonObject | None:
    if isinstance(value, dict):
        return value
    return next((option for option in options(element) if option["value"] == value), None)
