"""What people enter, as Slack writes it, and what Slack itself refuses."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground import form

Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


LOW = {"text": plain("低"), "value": "low"}
HIGH = {"text": plain("高"), "value": "high"}


def element(kind: str, **fields: Any) -> Json:
    return {"type": kind, "action_id": "a", **fields}


# element, plain value, state
STATES: list[tuple[Json, Any, Json]] = [
    (element("plain_text_input"), "字", {"value": "字"}),
    (element("plain_text_input"), "", {"value": None}),
    (element("number_input"), "150", {"value": "150"}),
    (element("datepicker"), "2026-01-31", {"selected_date": "2026-01-31"}),
    (element("timepicker"), "09:00", {"selected_time": "09:00"}),
    (element("users_select"), "U1", {"selected_user": "U1"}),
    (element("static_select", options=[LOW, HIGH]), "high", {"selected_option": HIGH}),
    (element("static_select", options=[LOW, HIGH]), None, {"selected_option": None}),
    (
        element("static_select", option_groups=[{"label": plain("级"), "options": [LOW]}]),
        "low",
        {"selected_option": LOW},
    ),
    (element("radio_buttons", options=[LOW, HIGH]), "low", {"selected_option": LOW}),
    (element("checkboxes", options=[LOW, HIGH]), ["high"], {"selected_options": [HIGH]}),
    (element("multi_static_select", options=[LOW, HIGH]), [], {"selected_options": []}),
]


@pytest.mark.parametrize(("item", "value", "state"), STATES)
def test_plain_value_becomes_slacks_state(item: Json, value: Any, state: Json) -> None:
    assert form.state(item, value) == {"type": item["type"], **state}


def test_untouched_elements_keep_their_initial_value() -> None:
    menu = element("static_select", options=[LOW, HIGH], initial_option=LOW)
    blocks = [{"type": "actions", "block_id": "b", "elements": [menu]}]
    assert form.values(blocks, {}, {}) == {"b": {"a": form.state(menu, "low")}}


def input_block(item: Json, **fields: Any) -> Json:
    return {"type": "input", "block_id": "b", "label": plain("名"), "element": item, **fields}


NUMBER = element("number_input", is_decimal_allowed=False, min_value="1", max_value="10")
REFUSED: list[tuple[Json, Any, str]] = [
    (input_block(element("plain_text_input")), "", "请填写此必填字段。"),
    (input_block(element("plain_text_input", min_length=2)), "字", "请至少输入 2 个字符。"),
    (input_block(element("plain_text_input", max_length=1)), "两字", "请最多输入 1 个字符。"),
    (input_block(NUMBER), "很多", "请输入数字。"),
    (input_block(NUMBER), "1.5", "请输入整数。"),
    (input_block(NUMBER), "0", "请输入不小于 1 的数字。"),
    (input_block(NUMBER), "11", "请输入不大于 10 的数字。"),
    (input_block(element("checkboxes", options=[LOW])), [], "请填写此必填字段。"),
]


@pytest.mark.parametrize(("block", "value", "words"), REFUSED)
def test_slack_refuses_before_the_app_is_asked(block: Json, value: Any, words: str) -> None:
    states = form.values([block], {"b": {"a": value}}, {})
    assert form.refusals([block], states) == {"b": words}


def test_optional_field_may_stay_empty() -> None:
    block = input_block(element("plain_text_input"), optional=True)
    assert form.refusals([block], form.values([block], {}, {})) == {}
