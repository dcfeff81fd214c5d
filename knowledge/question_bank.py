"""The question bank: for each clause, questions that staff would ask and that it answers.

The words of the documents and those of staff differ; what joins them is written down here. Search
and the embedding model are made from it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.clause import ClauseRef
from knowledge.errors import UnreadableDocument
from knowledge.library import Library

BUNDLED_QUESTIONS = Path(__file__).parent / "questions"


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    clause: str
    questions: Annotated[tuple[str, ...], Field(min_length=1)]


@cache
def documents_with_questions(folder: Path = BUNDLED_QUESTIONS) -> frozenset[str]:
    """The ids of the documents that have a file of questions; one that staff add has none."""
    return frozenset(file.stem for file in folder.glob("*.jsonl"))


class QuestionBank:
    """Questions by clause; a clause may have none."""

    def __init__(self, questions: Mapping[ClauseRef, tuple[str, ...]]) -> None:
        self._questions = dict(questions)

    @classmethod
    def load(
        cls, library: Library, folder: Path = BUNDLED_QUESTIONS, extra: Path | None = None
    ) -> QuestionBank:
        """Read ``<document id>.jsonl`` of each document that has one.

        ``extra`` is a folder of the same form with questions that staff added. Raises
        UnreadableDocument where a line is wrong and UnknownClause where its clause is.
        """
        questions = _read_folder(library, folder)
        for ref, asked in (_read_folder(library, extra) if extra else {}).items():
            questions[ref] = (*questions.get(ref, ()), *asked)
        return cls(questions)

    def questions(self, ref: ClauseRef) -> tuple[str, ...]:
        """The questions that the clause answers, in the order of the file."""
        return self._questions.get(ref, ())

    def pairs(self) -> Iterator[tuple[ClauseRef, str]]:
        """Every question with its clause."""
        for ref, questions in self._questions.items():
            for question in questions:
                yield ref, question

    def __len__(self) -> int:
        return sum(len(questions) for questions in self._questions.values())

    def with_only(self, pairs: Iterable[tuple[ClauseRef, str]]) -> QuestionBank:
        """A bank of these pairs alone, to hold the others out."""
        kept: dict[ClauseRef, list[str]] = defaultdict(list)
        for ref, question in pairs:
            kept[ref].append(question)
        return QuestionBank({ref: tuple(questions) for ref, questions in kept.items()})

    def missing(self, library: Library, at_least: int = 1) -> tuple[ClauseRef, ...]:
        """The clauses of the library that have fewer questions than this."""
        return tuple(
            clause.ref for clause in library.clauses() if len(self.questions(clause.ref)) < at_least
        )

    def duplicates(self) -> dict[str, tuple[ClauseRef, ...]]:
        """Questions that stand more than once within a document, with their clauses."""
        places: dict[tuple[str, str], list[ClauseRef]] = defaultdict(list)
        for ref, question in self.pairs():
            places[ref.document, plain(question)].append(ref)
        return {text: tuple(refs) for (_, text), refs in places.items() if len(refs) > 1}

    def overlap(self, questions: Iterable[str]) -> tuple[tuple[ClauseRef, str], ...]:
        """The pairs whose question is one of these, punctuation and spaces aside."""
        outside = {plain(question) for question in questions}
        return tuple(pair for pair in self.pairs() if plain(pair[1]) in outside)


def plain(question: str) -> str:
    """A question without spaces and punctuation, in lower case; two that agree are one."""
    return "".join(character for character in question.lower() if character.isalnum())


def _read_folder(library: Library, folder: Path) -> dict[ClauseRef, tuple[str, ...]]:
    questions: dict[ClauseRef, tuple[str, ...]] = {}
    for document in library.documents:
        file = folder / f"{document.id}.jsonl"
        if file.exists():
            for ref, asked in _read(file, document.id):
                library.clause(ref)
                if ref in questions:
                    raise UnreadableDocument(str(file), f"条款 {ref.number} 出现两次")
                questions[ref] = asked
    return questions


def _read(file: Path, document: str) -> Iterator[tuple[ClauseRef, tuple[str, ...]]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            entry = _Line.model_validate(json.loads(line))
        except (ValidationError, json.JSONDecodeError) as error:
            raise UnreadableDocument(str(file), f"第 {number} 行不是问题库的一行") from error
        yield ClauseRef(document, entry.clause), entry.questions
