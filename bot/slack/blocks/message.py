"""From groups of blocks to messages that Slack takes, none of them cut within a group."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.models.blocks import Block

from bot.slack.text import escape, shorten

BlockDict = dict[str, Any]
Group = Sequence[Block]
"""Blocks that belong together: a quote with its source, a heading with its table."""

# Slack allows 50 blocks, one table and about 13,000 characters of blocks in one message; some
# room is left, since its own count is not published.
_MOST_BLOCKS = 45
_MOST_CHARACTERS = 9_000
_FALLBACK_CHARACTERS = 3_000


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its blocks and the ``text`` for notifications and screen readers."""

    text: str
    blocks: tuple[BlockDict, ...] = field(default=())


def sentence(words: str) -> Message:
    """A message of one sentence."""
    return Message(escape(words))


def pack(fallback: str, groups: Iterable[Group]) -> tuple[Message, ...]:
    """The groups in as few messages as Slack's limits allow, in order."""
    text = escape(shorten(fallback, _FALLBACK_CHARACTERS))
    page: list[BlockDict] = []
    pages = [page]
    for group in groups:
        blocks = [block.to_dict() for block in group]
        if page and not _fits([*page, *blocks]):
            page = []
            pages.append(page)
        page.extend(blocks)
    return tuple(Message(text, tuple(blocks)) for blocks in pages)


def _fits(blocks: Sequence[BlockDict]) -> bool:
    tables = sum(block["type"] == "table" for block in blocks)
    return tables <= 1 and len(blocks) <= _MOST_BLOCKS and _characters(blocks) <= _MOST_CHARACTERS


def _characters(blocks: Sequence[BlockDict]) -> int:
    return len(json.dumps(blocks, ensure_ascii=False))
