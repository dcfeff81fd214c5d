"""Which documents a question is answered from, and when none of ours can answer it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.assistant.answer import Option, Question
from bot.assistant.understanding import Understanding
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class Scope:
    """``documents`` that are named or set by the channel; empty where all are meant.

    ``beyond`` are words of the question that only a clause with the same word can answer.
    """

    documents: tuple[str, ...]
    beyond: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    only_body_named: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the question is about certain schemes."""
        return bool(self.documents)

    @property
    def is_foreign(self) -> bool:
        """Whether the question is about a scheme of which we hold no document."""
        return bool(self.others) and (not self.documents or self.only_body_named)


def scope_of(asked: Understanding, question: Question, library: Library) -> Scope:
    """The scope of a question; what it names wins over what its channel sets."""
    named = asked.schemes.ours
    documents = named or ((question.scheme,) if question.scheme else ())
    excluded = asked.schemes.excluded
    if excluded and not set(documents) - set(excluded):
        documents = tuple(each.id for each in library.documents if each.id not in excluded)
    words = asked.text.corrected
    beyond = {word for each in documents for word in library.document(each).beyond if word in words}
    only_body = bool(named) and not set(named) & set(asked.schemes.subjects)
    return Scope(documents, tuple(sorted(beyond)), asked.schemes.others, only_body)


def scheme_options(library: Library, documents: tuple[str, ...] = ()) -> tuple[Option, ...]:
    """The schemes to choose from, all of them unless some are given."""
    return tuple(
        Option("scheme", document.id, document.short)
        for document in library.documents
        if not documents or document.id in documents
    )
