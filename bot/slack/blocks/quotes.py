"""Quoted clauses: the words behind a bar, where they stand above, their source below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.assistant.answer import Citation
from bot.slack import phrases
from bot.slack.blocks.kit import Element, small_print
from bot.slack.blocks.message import Group
from bot.slack.blocks.rich_text import bold, plain, quoted
from bot.slack.text import cut, shorten

# Two pieces of this size and a table still fit in one message.
_PIECE = 2_500
# The chapter above the section says nothing more, and the line is to stay one line.
_MOST_HEADINGS = 2
_HEADING = 24
_OPENING = 4


def citation_groups(citation: Citation, scheme: str = "") -> Iterator[Group]:
    """The quoted clause under its number and the nearest headings.

    ``scheme`` is the short name of the document, where several stand side by side.
    """
    headings = [_heading(heading) for heading in citation.headings[-_MOST_HEADINGS:]]
    above = phrases.HEADINGS_JOINED.join(headings)
    number = f"{scheme} {citation.quote.ref.number}".strip()
    lead = [bold(number), plain(f"　{above}" if above else "　")]
    yield from quote_groups(citation.quote.text, citation.source, lead)


def quote_groups(words: str, source: str, lead: Sequence[Element] = ()) -> Iterator[Group]:
    """The quote, a group for each piece of a long one, the last with the source line."""
    pieces = cut(words, _PIECE)
    for place, piece in enumerate(pieces):
        block = quoted(piece, [plain(phrases.QUOTE_CONTINUED)] if place else lead)
        is_last = place == len(pieces) - 1
        yield [block, small_print(source)] if is_last else [block]


def _heading(heading: str) -> str:
    first = heading.partition("\n")[0]
    # A heading that is printed twice stands between ** the second time.
    once = first.partition("**")[0] or first
    return shorten(_without_repetition(once).rstrip("：: "), _HEADING)


def _without_repetition(heading: str) -> str:
    """The heading of a table printed in two columns says everything twice."""
    again = heading.find(heading[:_OPENING], _OPENING)
    return heading[:again] if again > 0 else heading
