"""From groups of blocks to messages that Slack takes, none of them cut within a group."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.slack import phrases
from bot.slack.blocks.kit import Block
from bot.slack.text import cut, escape

Group = Sequence[Block]
"""Blocks that belong together: a quote with its source, a heading with its table."""

# Slack allows 50 blocks, one table and about 13,000 characters of blocks in one message; some
# room is left, since its own count is not published.
_MOST_BLOCKS = 45
_MOST_CHARACTERS = 9_000
_FALLBACK_CHARACTERS = 3_000
_BETWEEN_PARAGRAPHS = "\n\n"
_as_json = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its blocks and the ``text`` for notifications and screen readers."""

    text: str
    blocks: tuple[Block, ...] = ()


@dataclass(slots=True)
class _Page:
    """A message in the making."""

    blocks: list[Block] = field(default_factory=list)
    characters: int = 0
    tables: int = 0

    def takes(self, group: Group, characters: int, tables: int) -> bool:
        """Whether the group fits in; an empty page takes any."""
        return not self.blocks or (
            len(self.blocks) + len(group) <= _MOST_BLOCKS
            and self.characters + characters <= _MOST_CHARACTERS
            and self.tables + tables <= 1
        )

    def add(self, group: Group, characters: int, tables: int) -> None:
        """Puts the group at the end."""
        self.blocks.extend(group)
        self.characters += characters
        self.tables += tables


def sentence(words: str) -> Message:
    """A message of one sentence."""
    return Message(escape(words))


def pack(fallback: str, groups: Iterable[Group]) -> tuple[Message, ...]:
    """The groups in as few messages as Slack's limits allow, in order."""
    pages = [_Page()]
    for group in groups:
        characters = len(_as_json(group))
        tables = sum(block["type"] == "table" for block in group)
        if not pages[-1].takes(group, characters, tables):
            pages.append(_Page())
        pages[-1].add(group, characters, tables)
    text = escape(_fallback(fallback))
    return tuple(Message(text, tuple(page.blocks)) for page in pages)


def _fallback(text: str) -> str:
    """What a notification says: whole paragraphs as far as they fit, so that no quote is cut."""
    if len(text) <= _FALLBACK_CHARACTERS:
        return text
    end = text.rfind(_BETWEEN_PARAGRAPHS, 0, _FALLBACK_CHARACTERS)
    kept = text[:end] if end > 0 else cut(text, _FALLBACK_CHARACTERS)[0]
    return f"{kept}{phrases.GOES_ON}"
