from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from indexes.tokenizer import default_tokenizer
from indexes.word_matching import WordIndex

DIRECTIONS = {"费用": (1.0, 0.0), "价格": (0.8, 0.6), "罚款": (-1.0, 0.0)}


class Directions:
    def encode_words(self, words: Sequence[str]) -> NDArray[np.float32]:
        return np.array([DIRECTIONS.get(word, (0.0, 0.0)) for word in words], dtype=np.float32)


def index(*texts: str) -> WordIndex:
    return WordIndex.build(texts, default_tokenizer(), Directions())


def scores(held: WordIndex, *words: str) -> list[float]:
    rarity = np.ones(len(words))
    return [float(score) for score in held.scores(Directions().encode_words(words), rarity)]


def test_a_text_counts_by_its_word_that_is_nearest() -> None:
    assert scores(index("罚款，费用", "罚款"), "价格") == pytest.approx([0.8, 0.0])


def test_the_words_of_a_question_add_up_by_their_rarity() -> None:
    found = index("费用").scores(Directions().encode_words(["价格", "费用"]), np.array([1.0, 3.0]))
    assert float(found[0]) == pytest.approx(0.8 + 3.0)


def test_a_text_without_words_scores_nothing() -> None:
    assert scores(index("", "费用"), "费用") == [0, 1]


def test_a_question_without_words_scores_nothing() -> None:
    assert scores(index("费用")) == [0]


def test_a_range_of_texts_is_scored_alone() -> None:
    held = index("罚款", "费用", "价格", "罚款")
    found = held.scores(Directions().encode_words(["费用"]), np.ones(1), first=1, last=2)
    assert found.tolist() == pytest.approx([1.0, 0.8])


def test_a_stored_index_scores_as_before(tmp_path: Path) -> None:
    held = index("罚款，费用", "罚款")
    held.save(tmp_path / "words.npz")
    loaded = WordIndex.load(tmp_path / "words.npz")
    assert len(loaded) == 2
    assert scores(loaded, "价格", "罚款") == scores(held, "价格", "罚款")
