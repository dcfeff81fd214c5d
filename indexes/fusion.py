"""Fusion: one score from the rankings by meaning and by words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each ranking counts, and what a unit loses that only names another document.

    A clause which says what to do with a form answers better than the list that the form is in.
    """

    dense: float
    lexical: float
    only_names: float = 0.0


MEASURED = Weights(dense=1.0, lexical=0.3, only_names=0.6)
"""The weights that did best on questions held out of the bank."""


def fuse(dense: Scores, lexical: Scores, weights: Weights) -> Scores:
    """The weighted sum of both rankings, each measured in its own standard deviations."""
    fused: Scores = weights.dense * standard(dense) + weights.lexical * standard(lexical)
    return fused


def standard(scores: Scores) -> Scores:
    """Scores as distances from their mean; all zero where they do not differ."""
    spread = float(scores.std()) if len(scores) else 0.0
    if spread == 0.0:
        return np.zeros_like(scores)
    distances: Scores = (scores - scores.mean()) / spread
    return distances
