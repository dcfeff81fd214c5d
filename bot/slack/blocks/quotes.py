"""Quoted clauses: the words behind a bar, where they stand above, their source below."""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk.models.blocks import ContextBlock, PlainTextObject

from bot import wording
from bot.assistant.answer import Citation
from bot.slack.blocks.message import Group
from bot.slack.blocks.rich_text import plain, quoted
from bot.slack.text import cut

# Two pieces of this size and a table still fit in one message.
_PIECE = 2_500


def quote_groups(citation: Citation) -> Iterator[Group]:
    """The quote, a group for each piece of a long one, the last with the source line."""
    headings = wording.HEADINGS_JOINED.join(citation.headings)
    pieces = cut(citation.quote.text, _PIECE)
    for place, piece in enumerate(pieces):
        above = wording.QUOTE_CONTINUED if place else headings
        block = quoted(piece, [plain(above)] if above else [])
        is_last = place == len(pieces) - 1
        yield [block, source_line(citation)] if is_last else [block]


def source_line(citation: Citation) -> ContextBlock:
    """Document, version and clause in small print."""
    return ContextBlock(elements=[PlainTextObject(text=citation.source, emoji=False)])
