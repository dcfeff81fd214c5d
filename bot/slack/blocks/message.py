"""From groups of blocks to messages that Slack takes, none of them cut within a group."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class _Size:
    """How much of what Slack limits some blocks take."""

    blocks: int = 0
    characters: int = 0
    tables: int = 0

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> _Size:
        """The size of these blocks."""
        tables = sum(block["type"] == "table" for block in blocks)
        return cls(len(blocks), len(_as_json(blocks)), tables)

    def __add__(self, other: _Size) -> _Size:
        return _Size(
            self.blocks + other.blocks,
            self.characters + other.characters,
            self.tables + other.tables,
        )

    @property
    def fits(self) -> bool:
        """Whether one message takes it."""
        return (
            self.blocks <= _MOST_BLOCKS and self.characters <= _MOST_CHARACTERS and self.tables <= 1
        )


def sentence(words: str) -> Message:
    """A message of one sentence."""
    return Message(escape(words))


def pack(fallback: str, groups: Iterable[Group]) -> tuple[Message, ...]:
    """The groups in as few messages as Slack's limits allow, in order."""
    text, told = escape(_fallback(fallback)), list(groups)
    together = tuple(block for group in told for block in group)
    # Most answers fit, and to measure them group by group takes longer than to make them.
    pages = [together] if _Size.of(together).fits else _pages(told)
    return tuple(Message(text, page) for page in pages)


def _pages(groups: Sequence[Group]) -> list[tuple[Block, ...]]:
    """The groups, a page for as many as fit; a group that is too large has one for itself."""
    pages: list[tuple[Block, ...]] = []
    filled = _Size()
    for group in groups:
        size = _Size.of(group)
        if pages and (filled + size).fits:
            pages[-1] += tuple(group)
            filled += size
        else:
            pages.append(tuple(group))
            filled = size
    return pages


def _fallback(text: str) -> str:
    """What a notification says: whole paragraphs as far as they fit, so that no quote is cut."""
    if len(text) <= _FALLBACK_CHARACTERS:
        return text
    end = text.rfind(_BETWEEN_PARAGRAPHS, 0, _FALLBACK_CHARACTERS)
    kept = text[:end] if end > 0 else cut(text, _FALLBACK_CHARACTERS)[0]
    return f"{kept}{phrases.GOES_ON}"
