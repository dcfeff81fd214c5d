"""Fusion: one score from the rankings by meaning, by words, and word by word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each ranking counts, and what a unit loses that only names another document.

    ``word_by_word`` is how much the nearness of single words counts (`word_matching.py`).

    A clause which says what to do with a form answers better than the list that the form is in.
    """

    dense: float
    lexical: float
    word_by_word: float = 0.0
    only_names: float = 0.0


MEASURED = Weights(dense=1.0, lexical=0.4, word_by_word=0.5, only_names=0.6)
"""The weights that did best on questions held out of the bank, and on documents without one."""


def fuse(dense: Scores, lexical: Scores, word_by_word: Scores, weights: Weights) -> Scores:
    """The weighted sum of the rankings, each measured in its own standard deviations."""
    rankings = (
        (weights.dense, dense),
        (weights.lexical, lexical),
        (weights.word_by_word, word_by_word),
    )
    fused = np.zeros_like(dense)
    for weight, scores in rankings:
        fused += np.float32(weight) * standard(scores)
    return fused


def standard(scores: Scores) -> Scores:
    """Scores as distances from their mean; all zero where they do not differ."""
    spread = float(scores.std()) if len(scores) else 0.0
    if spread == 0.0:
        return np.zeros_like(scores)
    distances: Scores = (scores - scores.mean()) / spread
    return distances
