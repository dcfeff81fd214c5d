"""What the assistant needs of a search engine, so that it does not depend on how one is built."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from knowledge.clause import ClauseRef


class Coverage(Protocol):
    """What of a question's terms a clause and its document lack (see ``indexes.coverage``)."""

    @property
    def in_document(self) -> float:
        """Share of the terms, weighted by rarity, that the document has."""

    @property
    def missing_word(self) -> float:
        """Rarity of the rarest word that the document lacks."""

    @property
    def missing_pairs(self) -> float:
        """Share of the pairs of characters that the clause lacks."""

    @property
    def pairs_not_in_document(self) -> float:
        """Share of the pairs of characters that the document lacks."""

    @property
    def longest_gap(self) -> int:
        """How many pairs in a row the clause lacks at most."""


class Reason(Protocol):
    """What speaks for a hit."""

    @property
    def dense(self) -> float:
        """Cosine of meanings, −1 to 1."""

    @property
    def lexical(self) -> float:
        """Share of the question's terms, weighted by rarity, that the clause covers."""

    @property
    def coverage(self) -> Coverage:
        """What of the question is not covered."""


class Found(Protocol):
    """A clause that was found; ``score`` orders hits of one search."""

    @property
    def ref(self) -> ClauseRef:
        """The clause."""

    @property
    def score(self) -> float:
        """How well it fits; higher is better."""

    @property
    def why(self) -> Reason:
        """What speaks for it."""


class ClauseSearch(Protocol):
    """Finds the clauses that answer a question."""

    def search(self, text: str, documents: Collection[str] | None, limit: int) -> tuple[Found, ...]:
        """The best clauses of the documents (None: of all), best first."""
