"""How much of a question a clause, and its document, have words for.

A question that no rule answers often sounds like one that a rule does, but for one word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

_PAIR = "2"
_WORD = "w"
_SHORTEST_WORD = 3

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a question's terms a clause and its document lack.

    ``in_document`` is the share of the terms, weighted by rarity, that some clause of the document
    has; ``missing_word`` the rarity (idf) of the rarest word that none has. ``missing_pairs`` is
    the share of the pairs of neighbouring characters that the clause lacks, ``longest_gap`` how
    many of them in a row, ``pairs_not_in_document`` the share that no clause of the document has.
    """

    in_document: float
    missing_word: float
    missing_pairs: float
    pairs_not_in_document: float
    longest_gap: int


class TermOccurrences:
    """The terms of a question, how rare (idf) each is, and which units have it.

    ``held`` has a row for each term and a column for each unit.
    """

    def __init__(self, terms: Sequence[str], rarity: NDArray[np.float64], held: Flags) -> None:
        self._rarity = rarity
        self._held = held
        self._total = float(rarity.sum())
        self._pairs = np.array([each.startswith(_PAIR) for each in terms], dtype=bool)
        self._words = np.array([_is_long_word(each) for each in terms], dtype=bool)

    def between(self, first: int, last: int) -> Flags:
        """Which terms any unit of this range of numbers has, ends included."""
        return np.asarray(self._held[:, first : last + 1].any(axis=1))

    def coverage(self, unit: int, in_document: Flags) -> Coverage:
        """What a unit lacks, and its document, from a flag for each term."""
        lacking = ~self._held[self._pairs, unit]
        return Coverage(
            in_document=float(self._rarity[in_document].sum()) / self._total if self._total else 0,
            missing_word=float(self._rarity[self._words & ~in_document].max(initial=0.0)),
            missing_pairs=_share(lacking),
            pairs_not_in_document=_share(~in_document[self._pairs]),
            longest_gap=_longest_run(lacking.tolist()),
        )


def _is_long_word(term: str) -> bool:
    return term.startswith(_WORD) and len(term) >= _SHORTEST_WORD


def _share(flags: Flags) -> float:
    return int(np.count_nonzero(flags)) / len(flags) if len(flags) else 0.0


def _longest_run(flags: Sequence[bool]) -> int:
    return max((sum(1 for _ in run) for flag, run in groupby(flags) if flag), default=0)
