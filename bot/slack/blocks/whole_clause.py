"""A clause with everything under it, between its neighbours, in a modal."""

from __future__ import annotations

from collections.abc import Iterator

from bot import wording
from bot.slack import phrases
from bot.slack.blocks import kit
from bot.slack.blocks.kit import Block
from bot.slack.blocks.rich_text import bold, paragraph, plain, quoted
from bot.slack.forms.form import View
from bot.slack.text import cut, shorten
from knowledge.clause import Clause, ClauseRef
from knowledge.library import Library

# Slack shows at most 100 blocks in a modal.
_MOST_BLOCKS = 100
_PIECE = 2_500
_TITLE = 24
_HEADING = 40


def whole_clause_view(ref: ClauseRef, library: Library) -> View:
    """The modal; raises ``UnknownClause`` where the documents no longer have the clause."""
    blocks = list(_blocks(library.clause(ref), library))
    return {
        "type": "modal",
        "title": kit.words(phrases.WHOLE_TITLE[:_TITLE]),
        "close": kit.words(phrases.CLOSE),
        "blocks": blocks[:_MOST_BLOCKS],
    }


def _blocks(clause: Clause, library: Library) -> Iterator[Block]:
    document = library.document(clause.ref.document)
    yield kit.small_print(wording.source_line(document.title, document.version, ""))
    above = [
        shorten(library.quote(each.ref).text.partition("\n")[0], _HEADING)
        for each in library.ancestors(clause.ref)
    ]
    if above:
        yield paragraph(plain(phrases.HEADINGS_JOINED.join(above)))
    before, after = _neighbours(clause, library)
    if before:
        yield from _beside(phrases.CLAUSE_BEFORE, before, library)
    yield kit.divider()
    yield paragraph(bold(phrases.this_clause(clause.ref.number)))
    for piece in cut(library.quote_whole(clause.ref).text, _PIECE):
        yield quoted(piece)
    if after:
        yield from _beside(phrases.CLAUSE_AFTER, after, library)


def _beside(label: str, ref: ClauseRef, library: Library) -> Iterator[Block]:
    yield kit.divider()
    yield paragraph(plain(f"{label}{ref.number}"))
    for piece in cut(library.quote_whole(ref).text, _PIECE):
        yield quoted(piece)


def _neighbours(clause: Clause, library: Library) -> tuple[ClauseRef | None, ClauseRef | None]:
    """The clauses before and after it under the same parent."""
    if clause.parent:
        siblings = library.clause(clause.parent).children
    else:
        every = library.clauses(clause.ref.document)
        siblings = tuple(each.ref for each in every if each.parent is None)
    place = siblings.index(clause.ref)
    before = siblings[place - 1] if place else None
    after = siblings[place + 1] if place + 1 < len(siblings) else None
    return before, after
