"""Word by word: whether a clause has, for each word of a question, one that means nearly the same.

A single vector for a whole clause forgets the words that only it has. Where no question of a bank
leads to a clause, its own words must.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, Self, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from indexes.encoder import Vectors
from indexes.tokenizer import Tokenizer

_NO_WORD = ""

Numbers = NDArray[np.int32]
Scores = NDArray[np.float32]


@runtime_checkable
class WordEncoder(Protocol):
    """An encoder that gives vectors of single words at no cost worth mentioning."""

    def encode_words(self, words: Sequence[str]) -> Vectors:
        """A row for each word, of length one (or zero)."""
        ...


class WordIndex:
    """The words of every unit; the rows of their vectors for unit ``i`` begin at ``starts[i]``."""

    def __init__(self, vectors: Vectors, places: Numbers, starts: Numbers) -> None:
        self._vectors = vectors
        self._places = places
        self._starts = starts

    @classmethod
    def build(cls, texts: Sequence[str], tokenizer: Tokenizer, encoder: WordEncoder) -> Self:
        """Index the words of these texts; the position of a text is its number."""
        known: dict[str, int] = {_NO_WORD: 0}
        places: list[int] = []
        starts: list[int] = []
        for text in texts:
            starts.append(len(places))
            words = dict.fromkeys((_NO_WORD, *tokenizer.words(text)))
            places += [known.setdefault(word, len(known)) for word in words]
        vectors = encoder.encode_words(list(known))
        return cls(vectors, np.array(places, np.int32), np.array(starts, np.int32))

    @classmethod
    def load(cls, file: Path) -> Self:
        """Read a file that :meth:`save` wrote."""
        with np.load(file) as held:
            return cls(held["vectors"], held["places"], held["starts"])

    def save(self, file: Path) -> None:
        """Write the index to a file (``.npz``)."""
        np.savez(file, vectors=self._vectors, places=self._places, starts=self._starts)

    def __len__(self) -> int:
        return len(self._starts)

    def has_words(self, first: int, last: int) -> bool:
        """Whether any unit of a range of numbers, ends included, has words at all."""
        end = self._starts[last + 1] if last + 1 < len(self) else len(self._places)
        # Every unit has the empty word.
        return int(end - self._starts[first]) > last + 1 - first

    def scores(
        self, words: Vectors, rarity: NDArray[np.float64], first: int = 0, last: int | None = None
    ) -> Scores:
        """For the units of a range of numbers how near their words come to those of a question.

        A row of ``words`` counts by the cosine of the unit's nearest word, at least 0, times its
        rarity; ends of the range are included.
        """
        starts = self._starts[first : None if last is None else last + 1]
        if not len(words) or not len(starts):
            return np.zeros(len(starts), dtype=np.float32)
        after = first + len(starts)
        end = self._starts[after] if after < len(self) else len(self._places)
        # Not by BLAS: it wakes threads, which takes longer than the product.
        cosines = np.einsum("qd,vd->qv", words, self._vectors)
        near = cosines.take(self._places[starts[0] : end], axis=1)
        nearest = np.maximum.reduceat(near, starts - starts[0], axis=1)
        weighted = rarity.astype(np.float32)[:, None] * np.maximum(nearest, 0)
        return np.asarray(weighted.sum(axis=0))
