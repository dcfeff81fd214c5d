"""An answer as messages: the result first, how it comes about, then the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot import wording
from bot.assistant.answer import Answer
from bot.slack import phrases
from bot.slack.asked import Asked
from bot.slack.blocks.below import buttons_below
from bot.slack.blocks.calculations import calculation_groups, variation_groups
from bot.slack.blocks.clarification import clarification_groups
from bot.slack.blocks.comparison import comparison_groups
from bot.slack.blocks.kit import Block, divider, small_print
from bot.slack.blocks.message import Group, Message, pack
from bot.slack.blocks.quotes import citation_groups, quote_groups
from bot.slack.blocks.rich_text import bold, listed, paragraph, plain
from bot.slack.blocks.rulings import ruling_groups
from bot.slack.blocks.spoken import as_quote, spoken_paragraphs
from bot.slack.rulings import Ruling
from bot.slack.text import cut
from knowledge.library import Library

_PARAGRAPH = 2_500


def answer_messages(
    answer: Answer,
    asked: Asked,
    library: Library,
    is_private: bool = False,
    *,
    rulings: Sequence[Ruling] = (),
    can_be_ruled_on: bool = False,
) -> tuple[Message, ...]:
    """The answer to what was asked, in as many messages as it needs.

    ``rulings`` are those on the clauses cited; ``can_be_ruled_on`` adds the button for one more.
    """
    buttons = buttons_below(answer, asked, library, is_private, can_be_ruled_on)
    return pack(answer.text, _groups(answer, asked, library, rulings, buttons))


def _groups(
    answer: Answer,
    asked: Asked,
    library: Library,
    rulings: Sequence[Ruling],
    buttons: Iterator[Block],
) -> Iterator[Group]:
    if answer.clarification:
        yield from clarification_groups(answer.clarification, asked)
    if answer.comparison:
        yield from comparison_groups(answer.comparison, library)
    else:
        yield from calculation_groups(answer.calculations, library)
    yield from variation_groups(answer.variations)
    words = spoken_paragraphs(answer, library)
    for each in words:
        if not _is_aside(each):
            yield from _spoken(each)
    yield from _warnings_and_quotes(answer, library)
    yield from ruling_groups(rulings, library)
    for each in words:
        if _is_aside(each):
            yield [small_print(each)]
    if asked.scheme and asked.from_channel:
        yield [small_print(phrases.by_channel(library.document(asked.scheme).short))]
    for row in buttons:
        yield [row]


def _warnings_and_quotes(answer: Answer, library: Library) -> Iterator[Group]:
    """A warning about a result stands by the result; where a quote is the result, behind it."""
    if answer.calculations:
        yield from _warnings(answer.warnings)
        yield from [[divider()]] if answer.citations else []
        yield from _quotes(answer, library)
    else:
        yield from _quotes(answer, library)
        yield from _warnings(answer.warnings)


def _warnings(warnings: Sequence[str]) -> Iterator[Group]:
    """One as a line of its own, several as a list under one sign."""
    if len(warnings) > 1:
        points = listed([[plain(warning)] for warning in warnings])
        yield [paragraph(bold(phrases.SEVERAL_WARNINGS)), points]
    for warning in warnings if len(warnings) == 1 else ():
        yield [paragraph(bold(phrases.WARNING_SIGN), plain(warning))]


def _quotes(answer: Answer, library: Library) -> Iterator[Group]:
    """Every quote under its number, and under its scheme where there are several."""
    documents = {citation.quote.ref.document for citation in answer.citations}
    for citation in answer.citations:
        document = library.document(citation.quote.ref.document)
        yield from citation_groups(citation, document.short if len(documents) > 1 else "")


def _is_aside(words: str) -> bool:
    """Whether they say how something was read, 「（年审 = 监督审核）」, or lead to a button."""
    return words.startswith("（") or words == wording.OFFER_TO_NOTE


def _spoken(words: str) -> Iterator[Group]:
    quotation = as_quote(words)
    if quotation:
        yield from quote_groups(*quotation)
        return
    for piece in cut(words, _PARAGRAPH):
        yield [paragraph(plain(piece))]
