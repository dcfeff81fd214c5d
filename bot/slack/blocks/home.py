"""The home tab: what can be asked, what the answers rest on, what one asked last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.slack import ids, phrases
from bot.slack.asked import Asked
from bot.slack.blocks import kit
from bot.slack.blocks.kit import Block
from bot.slack.blocks.rich_text import bold, listed, paragraph, plain
from bot.slack.forms.form import View
from bot.slack.text import shorten
from knowledge.catalogue import Document
from knowledge.errata import Errata
from knowledge.library import Library

_MOST_LAST = 5
_QUESTION = 70


def home_view(library: Library, errata: Errata, last: Sequence[Asked]) -> View:
    """The tab of one person; ``last`` are their last questions, the newest first."""
    return {"type": "home", "blocks": list(_blocks(library, errata, last[:_MOST_LAST]))}


def _blocks(library: Library, errata: Errata, last: Sequence[Asked]) -> Iterator[Block]:
    yield kit.header(phrases.HOME_TITLE)
    yield paragraph(plain(phrases.HOME_INTRODUCTION))
    yield kit.header(phrases.HOME_EXAMPLES)
    examples = [Asked(words) for words in phrases.EXAMPLES]
    yield from _questions(examples, 0)
    yield kit.fields(phrases.HOME_COMMANDS)
    yield kit.small_print(phrases.HOME_COMMANDS_ARE_USED)
    yield kit.header(phrases.HOME_DOCUMENTS)
    yield listed(
        [
            [bold(f"{document.short}　"), plain(_described(document, library, errata))]
            for document in library.documents
        ]
    )
    yield kit.header(phrases.HOME_LAST)
    if last:
        yield from _questions(last, len(examples))
    else:
        yield paragraph(plain(phrases.HOME_NOTHING_YET))


def _questions(questions: Sequence[Asked], first: int) -> Iterator[Block]:
    """A button for each question; a click asks it in the person's own conversation."""
    for place, asked in enumerate(questions, start=first):
        if value := asked.to_value():
            label = shorten(asked.words, _QUESTION)
            yield kit.actions(kit.button(label, ids.try_example(place), value))


def _described(document: Document, library: Library, errata: Errata) -> str:
    clauses = library.clauses(document.id)
    faults = len(errata.of_document(document.id))
    return phrases.document_line(document.title, document.version, len(clauses), faults)
