"""Slack's blocks: which exist on which surface, their fields and their limits."""

from __future__ import annotations

from typing import Any

from bot.playground.element_schema import (
    IN_ACTIONS,
    IN_CONTEXT,
    IN_CONTEXT_ACTIONS,
    IN_INPUT,
    IN_SECTION,
    SLACK_FILE,
    TYPE,
    URL,
)
from bot.playground.json_object import JsonObject
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

BLOCKS_IN_MESSAGE = 50
BLOCKS_IN_VIEW = 100
TABLES_IN_MESSAGE = 1
TABLE_CHARACTERS = 10_000
BLOCK_ID = {"block_id": Words(255)}

RICH_TEXT_PART = ByType(
    {
        name: Anything()
        for name in (
            *("text", "link", "user", "usergroup", "channel", "team", "emoji", "broadcast"),
            *("date", "color"),
        )
    }
)
RICH_TEXT_SECTION = Record({"type": TYPE, "elements": Listing(RICH_TEXT_PART, 10_000, 0)})
RICH_TEXT_BOX = Record(
    {"type": TYPE, "elements": Listing(RICH_TEXT_PART, 10_000, 0)},
    {"border": Number(0, 1), "language": Words(255)},
)
RICH_TEXT_LIST = Record(
    {
        "type": TYPE,
        "style": OneOf(("bullet", "ordered")),
        "elements": Listing(ByType({"rich_text_section": RICH_TEXT_SECTION}), 10_000, 0),
    },
    {"indent": Number(0, 8), "offset": Number(), "border": Number(0, 1)},
)
RICH_TEXT = Record(
    {
        "type": TYPE,
        "elements": Listing(
            ByType(
                {
                    "rich_text_section": RICH_TEXT_SECTION,
                    "rich_text_list": RICH_TEXT_LIST,
                    "rich_text_quote": RICH_TEXT_BOX,
                    "rich_text_preformatted": RICH_TEXT_BOX,
                }
            ),
            10_000,
        ),
    },
    BLOCK_ID,
)
TABLE_CELL = ByType(
    {
        "raw_text": Record({"type": TYPE, "text": Words(TABLE_CHARACTERS)}),
        "raw_number": Record({"type": TYPE, "value": Number(-(2**53))}, {"text": Words(255)}),
        "rich_text": RICH_TEXT,
    }
)
COLUMN = Record({}, {"align": OneOf(("left", "center", "right")), "is_wrapped": Flag()})

EVERYWHERE: dict[str, Shape] = {
    "section": Record(
        {"type": TYPE},
        {
            **BLOCK_ID,
            "text": text_object(3000),
            "fields": Listing(text_object(2000), 10),
            "accessory": IN_SECTION,
            "expand": Flag(),
        },
        one_of=(("text", "fields"),),
    ),
    "header": Record({"type": TYPE, "text": plain_text(150)}, BLOCK_ID),
    "divider": Record({"type": TYPE}, BLOCK_ID),
    "context": Record({"type": TYPE, "elements": Listing(IN_CONTEXT, 10)}, BLOCK_ID),
    "actions": Record({"type": TYPE, "elements": Listing(IN_ACTIONS, 25)}, BLOCK_ID),
    "image": Record(
        {"type": TYPE, "alt_text": Words(2000)},
        {
            **BLOCK_ID,
            "image_url": URL,
            "slack_file": SLACK_FILE,
            "title": plain_text(2000),
        },
        one_of=(("image_url", "slack_file"),),
    ),
    "input": Record(
        {"type": TYPE, "label": plain_text(2000), "element": IN_INPUT},
        {
            **BLOCK_ID,
            "hint": plain_text(2000),
            "optional": Flag(),
            "dispatch_action": Flag(),
        },
    ),
    "rich_text": RICH_TEXT,
    "video": Record(
        {
            "type": TYPE,
            "alt_text": Words(2000),
            "title": plain_text(200),
            "thumbnail_url": URL,
            "video_url": URL,
        },
        {
            **BLOCK_ID,
            "title_url": URL,
            "description": plain_text(200),
            "author_name": Words(50),
            "provider_name": Words(50),
            "provider_icon_url": URL,
        },
    ),
}
IN_MESSAGES: dict[str, Shape] = {
    **EVERYWHERE,
    "markdown": Record({"type": TYPE, "text": Words(12_000)}, BLOCK_ID),
    "table": Record(
        {"type": TYPE, "rows": Listing(Listing(TABLE_CELL, 20), 100)},
        {**BLOCK_ID, "column_settings": Listing(COLUMN, 20)},
    ),
    "context_actions": Record({"type": TYPE, "elements": Listing(IN_CONTEXT_ACTIONS, 5)}, BLOCK_ID),
    "alert": Record(
        {"type": TYPE, "text": text_object(200)},
        {**BLOCK_ID, "level": OneOf(("default", "info", "warning", "error", "success"))},
    ),
    "file": Record({"type": TYPE, "external_id": Words(255), "source": Words(255)}, BLOCK_ID),
}

MESSAGE_BLOCKS = Listing(ByType(IN_MESSAGES), BLOCKS_IN_MESSAGE, 0)
VIEW_BLOCKS = Listing(ByType(EVERYWHERE), BLOCKS_IN_VIEW, 0)


def message_blocks_problems(blocks: list[JsonObject]) -> list[str]:
    """What is wrong with the blocks of a message, in Slack's words; empty where nothing is."""
    return MESSAGE_BLOCKS.problems(blocks, "/blocks") or _across(blocks, "/blocks")


def view_blocks_problems(blocks: Any, at: str) -> list[str]:
    """What is wrong with the blocks of a modal or a home tab."""
    return VIEW_BLOCKS.problems(blocks, at) or _across(blocks, at)


def _across(blocks: list[JsonObject], at: str) -> list[str]:
    found: list[str] = []
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id")
        if block_id and block_id in seen:
            words = f'`block_id` "{block_id}" already exists for another block'
            found.append(problem(words, f"{at}/{index}/block_id"))
        seen.add(block_id or "")
        found += _repeated_actions(block, f"{at}/{index}")
    if sum(block["type"] == "table" for block in blocks) > TABLES_IN_MESSAGE:
        found.append(problem("only_one_table_allowed", at))
    if sum(_table_characters(block) for block in blocks) > TABLE_CHARACTERS:
        found.append(problem(f"tables must be less than {TABLE_CHARACTERS + 1} characters", at))
    return found


def _repeated_actions(block: JsonObject, at: str) -> list[str]:
    if block["type"] not in ("actions", "context_actions"):
        return []
    ids = [element.get("action_id") for element in block["elements"]]
    return [
        problem(f'`action_id` "{id_}" already exists', f"{at}/elements/{index}/action_id")
        for index, id_ in enumerate(ids)
        if id_ and id_ in ids[:index]
    ]


def _table_characters(block: JsonObject) -> int:
    if block["type"] != "table":
        return 0
    return sum(len(str(cell.get("text", ""))) for row in block["rows"] for cell in row)
