"""What a message may consist of, checked as Slack checks it and completed with the ids it adds."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.block_schema import message_blocks_problems
from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError

TEXT_LIMIT = 40_000
ATTACHMENTS_LIMIT = 100
# Slack publishes no figure; measured by others: the texts together with about 125 for each block.
BLOCKS_LIMIT = 13_500
BLOCK_COST = 125
NO_PREVIEW = "This content can't be displayed."
TEXT_KEYS = frozenset({"text", "alt_text", "title", "description"})


@dataclass(frozen=True)
class Content:
    """Text, blocks and the rest of one message."""

    text: str
    blocks: tuple[JsonObject, ...] = ()
    attachments: tuple[JsonObject, ...] = ()
    metadata: JsonObject | None = None

    @classmethod
    def parse(cls, arguments: Mapping[str, Any], text_limit: int = TEXT_LIMIT) -> Content:
        """Takes a message out of a call's arguments; raises ``SlackError`` as Slack would."""
        text = str(arguments.get("text") or "")
        if arguments.get("markdown_text"):
            return cls._markdown(arguments)
        blocks = _objects(arguments.get("blocks"), "invalid_blocks_format")
        attachments = _objects(arguments.get("attachments"), "invalid_attachments")
        if not text and not blocks and not attachments:
            raise SlackError("no_text")
        if len(text) > text_limit:
            raise SlackError("msg_too_long")
        if len(attachments) > ATTACHMENTS_LIMIT:
            raise SlackError("too_many_attachments")
        _check_blocks(blocks, "invalid_blocks")
        for attachment in attachments:
            nested = _objects(attachment.get("blocks"), "invalid_attachments")
            _check_blocks(nested, "invalid_attachments")
        metadata = _metadata(arguments.get("metadata"))
        return cls(text or NO_PREVIEW, with_ids(blocks), tuple(attachments), metadata)

    @classmethod
    def _markdown(cls, arguments: Mapping[str, Any]) -> Content:
        if arguments.get("text") or arguments.get("blocks"):
            raise SlackError("markdown_text_conflict")
        text = str(arguments["markdown_text"])
        blocks = [{"type": "markdown", "text": text}]
        _check_blocks(blocks, "msg_too_long")
        return cls(text, with_ids(blocks), (), _metadata(arguments.get("metadata")))


def with_ids(blocks: list[JsonObject]) -> tuple[JsonObject, ...]:
    """The blocks with the block and action ids that Slack makes up where the app gave none."""
    return tuple(_with_ids(block) for block in blocks)


def _with_ids(block: JsonObject) -> JsonObject:
    completed = {**block, "block_id": block.get("block_id") or secrets.token_urlsafe(4)}
    if block["type"] in ("actions", "context_actions"):
        completed["elements"] = [_with_action_id(element) for element in block["elements"]]
    for key in ("accessory", "element"):
        if key in block:
            completed[key] = _with_action_id(block[key])
    return completed


def _with_action_id(element: JsonObject) -> JsonObject:
    if element["type"] == "image":
        return element
    return {**element, "action_id": element.get("action_id") or secrets.token_urlsafe(4)}


def _objects(value: Any, error: str) -> list[JsonObject]:
    if isinstance(value, str) and value:
        try:
            value = json.loads(value)
        except ValueError as problem:
            raise SlackError(error) from problem
    if not value:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise SlackError(error)
    return value


def _check_blocks(blocks: list[JsonObject], error: str) -> None:
    problems = message_blocks_problems(blocks)
    if problems:
        raise SlackError(error, problems)
    if _characters(blocks) + BLOCK_COST * len(blocks) > BLOCKS_LIMIT:
        raise SlackError("msg_blocks_too_long")


def _characters(value: Any) -> int:
    if isinstance(value, list):
        return sum(map(_characters, value))
    if not isinstance(value, dict):
        return 0
    total = 0
    for key, item in value.items():
        if not isinstance(item, str):
            total += _characters(item)
        elif key in TEXT_KEYS:
            total += len(item)
    return total


def _metadata(value: Any) -> JsonObject | None:
    if not value:
        return None
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError as problem:
            raise SlackError("invalid_metadata_format") from problem
    if not isinstance(value, dict) or not isinstance(value.get("event_type"), str):
        raise SlackError("invalid_metadata_format")
    if not isinstance(value.get("event_payload"), dict):
        raise SlackError("invalid_metadata_schema")
    return value
