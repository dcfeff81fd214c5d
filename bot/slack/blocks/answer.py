"""An answer as messages: the result first, how it comes about, then the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk.models.blocks import HeaderBlock, PlainTextObject

from bot import wording
from bot.assistant.answer import Answer, AnswerKind
from bot.slack.asked import Asked
from bot.slack.blocks.calculations import calculation_groups
from bot.slack.blocks.clarification import clarification_groups
from bot.slack.blocks.message import Group, Message, pack
from bot.slack.blocks.quotes import quote_groups
from bot.slack.blocks.rich_text import bold, paragraph, plain
from bot.slack.text import cut

_HEADER = 150
_PARAGRAPH = 2_500
_HAS_RESULT = (AnswerKind.CALCULATION, AnswerKind.CLAUSES)


def answer_messages(answer: Answer, asked: Asked) -> tuple[Message, ...]:
    """The answer to what was asked, in as many messages as it needs."""
    return pack(answer.text, _groups(answer, asked))


def _groups(answer: Answer, asked: Asked) -> Iterator[Group]:
    yield from _said_first(answer)
    if answer.clarification:
        yield from clarification_groups(answer.clarification, asked)
    yield from calculation_groups(answer.calculations)
    for warning in answer.warnings:
        yield [paragraph(bold(wording.WARNING_SIGN), plain(warning))]
    for citation in answer.citations:
        yield from quote_groups(citation)


def _said_first(answer: Answer) -> Iterator[Group]:
    """The result in large letters, and what else is said of it."""
    clarification = answer.clarification
    text = answer.text.removesuffix(clarification.prompt) if clarification else answer.text
    first, _, rest = text.strip().partition("\n")
    if answer.kind in _HAS_RESULT and 0 < len(first) <= _HEADER:
        yield [HeaderBlock(text=PlainTextObject(text=first, emoji=False))]
    else:
        rest = text
    for piece in cut(rest.strip(), _PARAGRAPH):
        yield [paragraph(plain(piece))]
