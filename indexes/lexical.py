"""The lexical index: BM25 over words and over single and paired characters."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from indexes.coverage import TermOccurrences
from indexes.tokenizer import Tokenizer

K1 = 1.2
B = 0.75

Scores = NDArray[np.float32]

# It asks for its progress to be logged whenever it is imported.
logging.getLogger("bm25s").setLevel(logging.WARNING)


class LexicalIndex:
    """Scores every unit for a question by the terms they share."""

    def __init__(self, ranking: bm25s.BM25, size: int, tokenizer: Tokenizer) -> None:
        self._ranking = ranking
        self._tokenizer = tokenizer
        self._size = size
        occurrences = np.diff(ranking.scores["indptr"])
        self._rarity = np.log1p((size - occurrences + 0.5) / (occurrences + 0.5))
        self._unseen = float(np.log1p((size + 0.5) / 0.5))

    @classmethod
    def build(cls, texts: Sequence[str], tokenizer: Tokenizer) -> LexicalIndex:
        """Index these texts; the position of a text is its number."""
        ranking = bm25s.BM25(k1=K1, b=B)
        ranking.index([tokenizer.terms(text) for text in texts], show_progress=False)
        return cls(ranking, len(texts), tokenizer)

    @classmethod
    def load(cls, folder: Path, size: int, tokenizer: Tokenizer) -> LexicalIndex:
        """Read a folder that :meth:`save` wrote."""
        return cls(bm25s.BM25.load(folder), size, tokenizer)

    def save(self, folder: Path) -> None:
        """Write the index into a folder."""
        self._ranking.save(folder, show_progress=False)

    def scores(self, question: str) -> tuple[Scores, float]:
        """The BM25 score of every unit, and the rarity (idf) of all terms of the question together.

        Score divided by rarity tells how much of the question a unit covers, from 0 to about 1.
        """
        terms = self._tokenizer.terms(question)
        known = self._ranking.get_tokens_ids(terms)
        rarity = float(self._rarity[known].sum()) + self._unseen * (len(terms) - len(known))
        if not known:
            return np.zeros(self._size, dtype=np.float32), max(rarity, self._unseen)
        return self._ranking.get_scores_from_ids(known), rarity

    def rarity_of(self, words: Sequence[str]) -> NDArray[np.float64]:
        """How rare (idf) each of these words is; a single Chinese character counts as an n-gram."""
        known = self._ranking.vocab_dict
        numbers = [known.get(f"w{word}", known.get(f"1{word}")) for word in words]
        return np.array([self._unseen if n is None else self._rarity[n] for n in numbers], float)

    def occurrences(self, question: str) -> TermOccurrences:
        """Which units have the terms of a question, each term once."""
        terms = tuple(dict.fromkeys(self._tokenizer.terms(question)))
        starts, units = self._ranking.scores["indptr"], self._ranking.scores["indices"]
        rarity = np.full(len(terms), self._unseen)
        held = np.zeros((len(terms), self._size), dtype=bool)
        for place, term in enumerate(terms):
            number = self._ranking.vocab_dict.get(term)
            if number is not None:
                rarity[place] = self._rarity[number]
                held[place, units[starts[number] : starts[number + 1]]] = True
        return TermOccurrences(terms, rarity, held)
