"""The words of an answer that are not already shown as a table, a quote, a warning or a button."""

from __future__ import annotations

from collections.abc import Iterator

from bot.assistant import composing
from bot.assistant.answer import Answer
from knowledge.library import Library

_BETWEEN = "\n\n"
_QUOTE_MARK = "> "
_SOURCE_MARK = "—— "


def spoken_paragraphs(answer: Answer, library: Library) -> tuple[str, ...]:
    """What the answer says besides its parts: a refusal, a reading of words, a remark."""
    shown = set(_shown_elsewhere(answer, library))
    return tuple(
        paragraph
        for paragraph in answer.text.split(_BETWEEN)
        if paragraph and paragraph not in shown
    )


def _shown_elsewhere(answer: Answer, library: Library) -> Iterator[str]:
    if answer.clarification:
        yield answer.clarification.prompt
    yield composing.warnings_text(answer.warnings)
    yield composing.variations_text(answer.variations)
    if answer.comparison:
        yield composing.absent_text(library, answer.comparison)
    for calculation in answer.calculations:
        yield composing.calculation_text(library, [calculation])
    for citation in answer.citations:
        yield composing.quotes_text([citation])


def as_quote(paragraph: str) -> tuple[str, str] | None:
    """Quote and source where a paragraph is a quotation, such as the nearest clause."""
    lines = paragraph.split("\n")
    if not paragraph.startswith(_QUOTE_MARK) or not lines[-1].startswith(_SOURCE_MARK):
        return None
    words = "\n".join(line.removeprefix(_QUOTE_MARK) for line in lines[:-1])
    return words, lines[-1].removeprefix(_SOURCE_MARK)
