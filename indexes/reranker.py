"""Rerankers: what judges a question and a passage together, one pair at a time.

A cross-encoder reads both texts at once: more exact than two vectors, and too slow for all clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from indexes.fusion import Scores
from indexes.opening import opening
from knowledge.errors import UnreadableModel


class Reranker(Protocol):
    """Judges how well passages answer a question."""

    def scores(self, question: str, passages: Sequence[str]) -> Scores:
        """A score for each passage, higher is better; they compare within one question."""
        ...


class CrossEncoderReranker:
    """Any cross-encoder that sentence-transformers can load, by name or folder.

    UnreadableModel where there is none, or where the model was not made to judge pairs: it would
    load, with a judgement drawn by chance.
    """

    def __init__(self, name: str) -> None:
        with opening(name):
            from sentence_transformers import CrossEncoder  # noqa: PLC0415 - takes seconds

            self._model = CrossEncoder(name)
        backbone = self._model.transformers_model
        saved_as = getattr(self._model.config, "architectures", None) or ()
        if type(backbone).__name__ not in saved_as or self._model.num_labels != 1:
            raise UnreadableModel(name, "它不是给“问题与段落”打分的模型")

    def scores(self, question: str, passages: Sequence[str]) -> Scores:
        """The model's score of each pair."""
        pairs = [(question, passage) for passage in passages]
        scores = self._model.predict(pairs, show_progress_bar=False)
        return np.asarray(scores, dtype=np.float32).reshape(len(passages))
