"""A search whose best hits a reranker puts in order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from indexes.fusion import standard
from indexes.reranker import Reranker
from indexes.search import Hit
from indexes.units import Unit
from knowledge.clause import ClauseRef

CANDIDATES = 12
"""Hits that are judged, if no more are asked for."""


class FirstStage(Protocol):
    """What finds the candidates."""

    def search(
        self, text: str, documents: Collection[str] | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        """The best hits, best first."""
        ...


class RerankedSearch:
    """Orders the best hits by the first stage and the reranker together, each counting alike.

    The first stage knows the questions of the bank, the reranker reads both texts at once: neither
    overrules the other where that one is sure. ``Hit.score`` becomes the sum of both scores, each
    in its own standard deviations among the candidates. ``Hit.why`` stays what the first stage
    measured of the clause, so that the calibrated confidence keeps its meaning.
    """

    def __init__(self, first: FirstStage, reranker: Reranker, units: Sequence[Unit]) -> None:
        self._first = first
        self._reranker = reranker
        self._passages: Mapping[ClauseRef, str] = {unit.ref: unit.passage for unit in units}

    def search(
        self, text: str, documents: Collection[str] | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        """The clauses that answer best; raises what the first stage raises."""
        hits = self._first.search(text, documents, max(limit, CANDIDATES))
        if not hits:
            return ()
        judged = self._reranker.scores(text, [self._passages[hit.ref] for hit in hits])
        found = np.array([hit.score for hit in hits], dtype=np.float32)
        together = standard(found) + standard(judged)
        order = np.argsort(-together, kind="stable")[:limit]
        return tuple(replace(hits[place], score=float(together[place])) for place in order)
