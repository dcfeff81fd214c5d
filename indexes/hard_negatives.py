"""Hard negatives: for each question, the clauses that share most words with it and answer it not.

Mined per document by BM25, since search is narrowed to a document. Left out, because they may
answer too: what stands above or under the clause, and clauses that hold nearly the same question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise

import numpy as np

from indexes.lexical import LexicalIndex
from indexes.tokenizer import Tokenizer, default_tokenizer
from indexes.units import Unit
from knowledge.clause import ClauseRef
from knowledge.library import Library
from knowledge.question_bank import plain

_NEARLY_THE_SAME = 0.5
_LOOKED_AT = 20

HardNegatives = Mapping[tuple[ClauseRef, str], tuple[Unit, ...]]
"""The wrong clauses of a clause's question, the most tempting first; perhaps fewer than asked."""


def mine(
    units: Sequence[Unit], library: Library, count: int, tokenizer: Tokenizer | None = None
) -> HardNegatives:
    """Up to so many wrong clauses of the same document for each question of these units."""
    if not count:
        return {}
    found: dict[tuple[ClauseRef, str], tuple[Unit, ...]] = {}
    for _, of_document in groupby(units, key=lambda unit: unit.ref.document):
        miner = _Miner(list(of_document), library, tokenizer or default_tokenizer())
        for unit in miner.units:
            related = miner.related(unit.ref)
            for question in unit.questions:
                wrong = miner.wrong(question, related)
                found[unit.ref, question] = tuple(islice(wrong, count))
    return found


class _Miner:
    """The units of one document, ranked by words."""

    def __init__(self, units: list[Unit], library: Library, tokenizer: Tokenizer) -> None:
        self.units = units
        self._library = library
        self._lexical = LexicalIndex.build([unit.text for unit in units], tokenizer)
        self._pairs = [[_pairs(question) for question in unit.questions] for unit in units]

    def related(self, ref: ClauseRef) -> frozenset[ClauseRef]:
        """The clause, what it stands under and what stands under it."""
        family = (*self._library.ancestors(ref), *self._library.descendants(ref))
        return frozenset((ref, *(clause.ref for clause in family)))

    def wrong(self, question: str, related: frozenset[ClauseRef]) -> Iterator[Unit]:
        """Units that rank high for the question and do not answer it, best first."""
        scores, _ = self._lexical.scores(question)
        pairs = _pairs(question)
        for place in np.argsort(-scores, kind="stable")[: _LOOKED_AT + len(related)]:
            unit = self.units[place]
            if unit.ref not in related and not self._answers(int(place), pairs):
                yield unit

    def _answers(self, place: int, pairs: frozenset[str]) -> bool:
        return any(
            len(pairs & held) >= _NEARLY_THE_SAME * len(pairs | held) for held in self._pairs[place]
        )


def _pairs(question: str) -> frozenset[str]:
    """The pairs of neighbouring characters, by which two questions are compared."""
    text = plain(question)
    return frozenset(map("".join, pairwise(text))) or frozenset({text})
