"""Search: finds the clauses that answer a question, by words and by meaning."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Self

import faiss
import numpy as np
from numpy.typing import NDArray

from indexes import artefact
from indexes.artefact import Artefact
from indexes.coverage import Coverage, TermOccurrences
from indexes.dense import Numbers, only
from indexes.encoder import Encoder
from indexes.fusion import MEASURED, Weights, fuse
from indexes.tokenizer import default_tokenizer
from indexes.word_matching import WordEncoder
from knowledge.clause import ClauseRef
from knowledge.errors import UnknownDocument
from knowledge.library import Library
from knowledge.question_bank import QuestionBank


@dataclass(frozen=True, slots=True)
class Why:
    """What speaks for a hit.

    ``dense`` is the cosine of meanings (−1 to 1); ``lexical`` the share of the question's terms,
    weighted by rarity, that the unit covers (0 to about 1); ``measure`` finds what it lacks.
    """

    dense: float
    lexical: float
    measure: Callable[[], Coverage] = field(repr=False, compare=False)

    @property
    def coverage(self) -> Coverage:
        """What of the question the unit and its document lack."""
        return self.measure()


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that may answer. Scores compare the hits of one question, best first."""

    ref: ClauseRef
    score: float
    why: Why


class Search:
    """Finds clauses in a loaded index."""

    def __init__(self, loaded: Artefact, encoder: Encoder, weights: Weights = MEASURED) -> None:
        self._artefact = loaded
        self._encoder = encoder
        self._weights = weights
        self._documents = np.array([ref.document for ref in loaded.refs])
        self._range = lru_cache(maxsize=64)(self._range_of)
        self._is_worded = self._with_words()
        self._selection = lru_cache(maxsize=64)(self._select)

    @classmethod
    def load(
        cls, store: Path, library: Library, encoder: Encoder, bank: QuestionBank | None = None
    ) -> Self:
        """Load the current index of a store; IndexMismatch where it does not fit.

        ``bank`` is the bank that the index was built with, by default the bundled one.
        """
        bank = bank if bank is not None else QuestionBank.load(library)
        return cls(artefact.load(store, library, bank, encoder), encoder)

    @property
    def refs(self) -> tuple[ClauseRef, ...]:
        """Every clause that can be found."""
        return self._artefact.refs

    def search(
        self, text: str, documents: Collection[str] | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        """The clauses that answer best, of these documents or of all.

        Raises UnknownDocument where a document is not in the index.
        """
        numbers, selector = self._selection(None if documents is None else frozenset(documents))
        lexical, rarity = self._artefact.lexical.scores(text)
        lexical = lexical[numbers]
        dense = self._cosines(text, numbers, selector)
        scores = fuse(dense, lexical, self._word_by_word(text, numbers), self._weights)
        scores -= self._weights.only_names * self._artefact.only_names[numbers]
        best = _best(scores, limit)
        terms = cache(partial(self._artefact.lexical.occurrences, text))
        return tuple(
            Hit(
                self._artefact.refs[numbers[place]],
                float(scores[place]),
                Why(
                    float(dense[place]),
                    float(lexical[place]) / rarity,
                    partial(self._coverage, terms, int(numbers[place])),
                ),
            )
            for place in best
        )

    def _word_by_word(self, text: str, numbers: Numbers) -> NDArray[np.float32]:
        """How near the words of these units come to the text's; zero where no word has a vector."""
        index = self._artefact.words
        nothing = np.zeros(len(numbers), dtype=np.float32)
        if index is None or not isinstance(self._encoder, WordEncoder) or not len(numbers):
            return nothing
        # Beside clauses that have no words to compare, those that have would always come first.
        if not self._is_worded[numbers].all():
            return nothing
        first, last = int(numbers[0]), int(numbers[-1])
        words = list(dict.fromkeys(default_tokenizer().words(text)))
        rarity = self._artefact.lexical.rarity_of(words)
        vectors = self._encoder.encode_words(words)
        return index.scores(vectors, rarity, first, last)[numbers - first]

    def _with_words(self) -> NDArray[np.bool_]:
        """For every unit whether its document is one whose words are indexed."""
        index = self._artefact.words
        worded = np.zeros(len(self.refs), dtype=np.bool_)
        for document in dict.fromkeys(self._documents.tolist()) if index else ():
            first, last = self._range(document)
            worded[first : last + 1] = index is not None and index.has_words(first, last)
        return worded

    def _coverage(self, terms: Callable[[], TermOccurrences], number: int) -> Coverage:
        """What a unit, and its document, lacks of the question."""
        first, last = self._range(str(self._documents[number]))
        found = terms()
        return found.coverage(number, found.between(first, last))

    def _range_of(self, document: str) -> tuple[int, int]:
        """The first and the last number of a document's units, which stand together."""
        numbers = np.flatnonzero(self._documents == document)
        return int(numbers[0]), int(numbers[-1])

    def _cosines(
        self, text: str, numbers: Numbers, selector: faiss.IDSelector | None
    ) -> NDArray[np.float32]:
        vector = self._encoder.encode_query(text)
        found, cosines = self._artefact.dense.nearest(vector, len(numbers), selector)
        all_cosines = np.zeros(len(self.refs), dtype=np.float32)
        all_cosines[found] = cosines
        return all_cosines[numbers]

    def _select(self, documents: frozenset[str] | None) -> tuple[Numbers, faiss.IDSelector | None]:
        """The numbers of the units of these documents, and FAISS's selector for them."""
        if documents is None:
            return np.arange(len(self.refs)), None
        held = self._artefact.manifest.documents
        for document in documents:
            if document not in held:
                raise UnknownDocument(document, tuple(held))
        numbers = np.flatnonzero(np.isin(self._documents, list(documents)))
        return numbers, only(numbers)


def _best(scores: NDArray[np.float32], limit: int) -> NDArray[np.int64]:
    """The places of the greatest scores, best first; among equals the earlier clause."""
    if limit < len(scores):
        candidates = np.sort(np.argpartition(-scores, limit)[:limit])
    else:
        candidates = np.arange(len(scores))
    order: NDArray[np.int64] = candidates[np.argsort(-scores[candidates], kind="stable")]
    return order
