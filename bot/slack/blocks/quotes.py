"""Quoted clauses: the words behind a bar, where they stand above, their source below."""

from __future__ import annotations

from collections.abc import Iterator

from bot import wording
from bot.assistant.answer import Citation
from bot.slack.blocks.kit import small_print
from bot.slack.blocks.message import Group
from bot.slack.blocks.rich_text import plain, quoted
from bot.slack.text import cut, shorten

# Two pieces of this size and a table still fit in one message.
_PIECE = 2_500
_HEADING = 40


def citation_groups(citation: Citation) -> Iterator[Group]:
    """The quoted clause under its headings."""
    headings = [_heading(heading) for heading in citation.headings]
    above = wording.HEADINGS_JOINED.join(headings)
    yield from quote_groups(citation.quote.text, citation.source, above)


def quote_groups(words: str, source: str, above: str = "") -> Iterator[Group]:
    """The quote, a group for each piece of a long one, the last with the source line."""
    pieces = cut(words, _PIECE)
    for place, piece in enumerate(pieces):
        lead = wording.QUOTE_CONTINUED if place else above
        block = quoted(piece, [plain(lead)] if lead else [])
        is_last = place == len(pieces) - 1
        yield [block, small_print(source)] if is_last else [block]


def _heading(heading: str) -> str:
    return shorten(heading.partition("\n")[0], _HEADING)
