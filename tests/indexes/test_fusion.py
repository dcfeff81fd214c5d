from __future__ import annotations

import numpy as np
import pytest

from indexes.fusion import Weights, fuse


def scores(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32)


def test_each_ranking_counts_in_its_own_standard_deviations() -> None:
    fused = fuse(scores(0.1, 0.2), scores(10, 30), scores(0, 0), Weights(dense=1, lexical=1))
    assert fused.tolist() == pytest.approx([-2, 2], abs=1e-5)


def test_a_ranking_without_weight_does_not_count() -> None:
    fused = fuse(scores(0.1, 0.2), scores(30, 10), scores(5, 1), Weights(dense=1, lexical=0))
    assert fused.argmax() == 1


def test_nearness_of_words_counts_by_its_weight() -> None:
    weights = Weights(dense=1, lexical=0, word_by_word=2)
    assert fuse(scores(1, 2), scores(0, 0), scores(2, 1), weights).argmax() == 0


def test_a_ranking_that_knows_no_difference_counts_nothing() -> None:
    fused = fuse(scores(0.1, 0.2), scores(0, 0), scores(0, 0), Weights(dense=1, lexical=1))
    assert fused.tolist() == pytest.approx([-1, 1], abs=1e-5)


def test_nothing_fuses_to_nothing() -> None:
    assert fuse(scores(), scores(), scores(), Weights(dense=1, lexical=1)).size == 0
