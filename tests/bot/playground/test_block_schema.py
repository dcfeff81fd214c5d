"""Which blocks Slack refuses, and in which words."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground.block_schema import message_blocks_problems, view_blocks_problems

Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def mrkdwn(words: str) -> Json:
    return {"type": "mrkdwn", "text": words}


def section(**fields: Any) -> Json:
    return {"type": "section", **fields}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def button(**fields: Any) -> Json:
    return {"type": "button", "text": plain("好"), **fields}


def menu(**fields: Any) -> Json:
    option = {"text": plain("甲"), "value": "a"}
    return {"type": "static_select", "options": [option], **fields}


def table(rows: int, columns: int, words: str = "格") -> Json:
    cell = {"type": "raw_text", "text": words}
    return {"type": "table", "rows": [[cell] * columns] * rows}


SOUND: dict[str, list[Json]] = {
    "section at its limit": [section(text=mrkdwn("字" * 3000))],
    "section of fields": [section(fields=[mrkdwn("字" * 2000)] * 10)],
    "fifty blocks": [{"type": "divider"}] * 50,
    "header at its limit": [{"type": "header", "text": plain("字" * 150)}],
    "twenty-five buttons": [actions(*[button() for _ in range(25)])],
    "table at its limit": [table(100, 20, "格")],
    "markdown at its limit": [{"type": "markdown", "text": "字" * 12_000}],
    "empty list": [],
    "image of a file": [{"type": "image", "alt_text": "图", "slack_file": {"id": "F1"}}],
    "feedback": [
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "positive_button": {"text": plain("👍"), "value": "up"},
                    "negative_button": {"text": plain("👎"), "value": "down"},
                }
            ],
        }
    ],
}

REFUSED: dict[str, tuple[list[Json], str]] = {
    "51 blocks": (
        [{"type": "divider"}] * 51,
        "no more than 50 items allowed [json-pointer:/blocks]",
    ),
    "long section": (
        [section(text=mrkdwn("字" * 3001))],
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
    ),
    "empty section text": (
        [section(text=mrkdwn(""))],
        "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
    ),
    "section of nothing": (
        [section()],
        "missing required field: text or fields [json-pointer:/blocks/0]",
    ),
    "eleven fields": (
        [section(fields=[plain("字")] * 11)],
        "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
    ),
    "long field": (
        [section(fields=[plain("字" * 2001)])],
        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
    ),
    "text that is no object": (
        [section(text="字")],
        "must be an object [json-pointer:/blocks/0/text]",
    ),
    "long header": (
        [{"type": "header", "text": plain("字" * 151)}],
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ),
    "header in mrkdwn": (
        [{"type": "header", "text": mrkdwn("*字*")}],
        "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
    ),
    "long button": (
        [actions(button(text=plain("字" * 76)))],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    "long button value": (
        [actions(button(value="v" * 2001))],
        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ),
    "unknown style": (
        [actions(button(style="default"))],
        "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]",
    ),
    "long action id": (
        [actions(button(action_id="a" * 256))],
        "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]",
    ),
    "26 buttons": (
        [actions(*[button()] * 26)],
        "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ),
    "no buttons": (
        [actions()],
        "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]",
    ),
    "action id twice": (
        [actions(button(action_id="a"), button(action_id="a"))],
        '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ),
    "block id twice": (
        [{"type": "divider", "block_id": "b"}] * 2,
        '`block_id` "b" already exists for another block [json-pointer:/blocks/1/block_id]',
    ),
    "long option": (
        [actions(menu(options=[{"text": plain("字" * 76), "value": "a"}]))],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]",
    ),
    "long option value": (
        [actions(menu(options=[{"text": plain("甲"), "value": "v" * 151}]))],
        "must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]",
    ),
    "menu without options": (
        [actions({"type": "static_select", "action_id": "m"})],
        "missing required field: options or option_groups [json-pointer:/blocks/0/elements/0]",
    ),
    "impossible date form": (
        [actions({"type": "datepicker", "initial_date": "2026/1/2"})],
        "must be a valid date in the form YYYY-MM-DD"
        " [json-pointer:/blocks/0/elements/0/initial_date]",
    ),
    "input element in actions": (
        [actions({"type": "plain_text_input", "action_id": "t"})],
        "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
    ),
    "six overflow options": (
        [actions({"type": "overflow", "options": [{"text": plain("甲"), "value": "a"}] * 6})],
        "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]",
    ),
    "eleven context elements": (
        [{"type": "context", "elements": [plain("字")] * 11}],
        "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
    ),
    "image without words": (
        [{"type": "image", "image_url": "https://example.com/a.png"}],
        "missing required field: alt_text [json-pointer:/blocks/0]",
    ),
    "long markdown": (
        [{"type": "markdown", "text": "字" * 12_001}],
        "must be less than 12001 characters [json-pointer:/blocks/0/text]",
    ),
    "101 table rows": (
        [table(101, 1)],
        "no more than 100 items allowed [json-pointer:/blocks/0/rows]",
    ),
    "21 table columns": (
        [table(1, 21)],
        "no more than 20 items allowed [json-pointer:/blocks/0/rows/0]",
    ),
    "empty table cell": (
        [table(1, 1, "")],
        "must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]",
    ),
    "wordy table": (
        [table(100, 2, "字" * 51)],
        "tables must be less than 10001 characters [json-pointer:/blocks]",
    ),
    "two tables": ([table(1, 1), table(1, 1)], "only_one_table_allowed [json-pointer:/blocks]"),
    "unknown block": (
        [{"type": "chart"}],
        "unsupported type: chart [json-pointer:/blocks/0/type]",
    ),
    "no type": ([{"text": "字"}], "missing required field: type [json-pointer:/blocks/0]"),
    "unknown field": (
        [{"type": "divider", "colour": "red"}],
        "invalid additional property: colour [json-pointer:/blocks/0]",
    ),
}


@pytest.mark.parametrize("blocks", SOUND.values(), ids=SOUND.keys())
def test_sound_blocks_are_taken(blocks: list[Json]) -> None:
    assert message_blocks_problems(blocks) == []


@pytest.mark.parametrize(("blocks", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_faulty_blocks_are_refused_with_their_place(blocks: list[Json], words: str) -> None:
    assert words in message_blocks_problems(blocks)


def test_view_takes_a_hundred_blocks_and_no_more() -> None:
    divider = {"type": "divider"}
    assert view_blocks_problems([divider] * 100, "/view/blocks") == []
    assert view_blocks_problems([divider] * 101, "/view/blocks") == [
        "no more than 100 items allowed [json-pointer:/view/blocks]"
    ]


@pytest.mark.parametrize("kind", ["markdown", "table", "context_actions"])
def test_view_refuses_what_only_messages_have(kind: str) -> None:
    assert view_blocks_problems([{"type": kind}], "/view/blocks") == [
        f"unsupported type: {kind} [json-pointer:/view/blocks/0/type]"
    ]
