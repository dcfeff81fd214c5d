"""What the assistant needs of a search engine, so that it does not depend on how one is built."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from knowledge.clause import ClauseRef


class Reason(Protocol):
    """What speaks for a hit."""

    @property
    def dense(self) -> float:
        """Cosine of meanings, −1 to 1."""

    @property
    def lexical(self) -> float:
        """Share of the question's terms, weighted by rarity, that the clause covers."""


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
