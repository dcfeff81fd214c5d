"""Units: what is found. One for each clause that says something, with the words that lead to it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256

from knowledge.clause import Clause, ClauseKind, ClauseRef
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

_HEADING_LENGTH = 40
_TITLE = re.compile(r"[\w\s/.\-]*《[^》]*》[。；;]?\s*")
_BARE = (ClauseKind.SECTION, ClauseKind.ANNEX, ClauseKind.TABLE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause's own words, the headings it stands under, and the questions it answers."""

    ref: ClauseRef
    words: str
    headings: tuple[str, ...]
    questions: tuple[str, ...]

    @property
    def passage(self) -> str:
        """Headings and words, a line each."""
        return "\n".join((*self.headings, self.words))

    @property
    def text(self) -> str:
        """The passage with the questions appended, a line each."""
        return "\n".join((self.passage, *self.questions))

    @property
    def texts(self) -> tuple[str, ...]:
        """The passage and each question on its own."""
        return (self.passage, *self.questions)

    @property
    def only_names(self) -> bool:
        """Whether the clause says no more than the title of another document or form."""
        return _TITLE.fullmatch(self.words) is not None

    @property
    def sha256(self) -> str:
        """Changes whenever a word of the unit does."""
        content = (self.headings, self.words, self.questions)
        return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def units_of(library: Library, bank: QuestionBank) -> tuple[Unit, ...]:
    """The units of all documents, those of one document together and in its order."""
    units = (_unit(library, bank, clause) for clause in library.clauses())
    return tuple(unit for unit in units if unit is not None)


def says_something(clause: Clause) -> bool:
    """Whether a clause does more than name what stands under it; one that does not is no unit."""
    only_names = clause.kind in _BARE and bool(clause.children) and "\n" not in clause.text
    return not only_names or any(mark in clause.text for mark in "。；，")


def _unit(library: Library, bank: QuestionBank, clause: Clause) -> Unit | None:
    questions = bank.questions(clause.ref)
    if not says_something(clause) and not questions:
        return None
    headings = tuple(_heading(above) for above in library.ancestors(clause.ref))
    words = " ".join(clause.cells) or clause.text.replace("\n", " ")
    return Unit(clause.ref, words, tuple(filter(None, headings)), questions)


def _heading(clause: Clause) -> str:
    if clause.kind is ClauseKind.TABLE:
        # A row says little without the caption and the columns of its table.
        return clause.text.replace("\n", " ")[: 2 * _HEADING_LENGTH]
    return clause.text.partition("\n")[0][:_HEADING_LENGTH]
