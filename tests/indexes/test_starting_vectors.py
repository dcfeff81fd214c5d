from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from indexes.encoder import Vectors
from indexes.starting_vectors import StartingVectors, distil
from tests.fakes.hash_embedder import HashEmbedder

WORDS = ["换证", "再认证", "证", "换", "监督审核", "年审", "收费", "多少钱"]


def taught(words: Sequence[str]) -> Vectors:
    return HashEmbedder(dimension=32).encode_documents(words)


def test_distilled_vectors_have_the_asked_dimension_and_mean_square_one() -> None:
    small = distil(WORDS, taught, 4)
    assert small.vectors.shape == (len(WORDS), 4)
    assert float(np.mean(small.vectors**2)) == pytest.approx(1, abs=1e-5)


def test_distilled_vectors_keep_who_is_near_whom() -> None:
    small = distil(WORDS, taught, 6)
    near = small.vector("换证") @ small.vector("换")
    far = small.vector("换证") @ small.vector("多少钱")
    assert near > far


def test_an_unknown_word_is_put_together_from_its_parts() -> None:
    vectors = StartingVectors(["甲", "乙"], np.array([[1, 0], [0, 1]], dtype=np.float32))
    assert vectors.vector("甲乙").tolist() == [0.5, 0.5]
    assert vectors.vector("甲乙乙").tolist() == [0.25, 0.75]
    assert vectors.vector("丙").tolist() == [0, 0]


def test_saved_vectors_come_back_within_half_a_step(tmp_path: Path) -> None:
    small = distil(WORDS, taught, 4)
    small.save(tmp_path)
    loaded = StartingVectors.load(tmp_path)
    assert loaded.words == small.words
    step = np.abs(small.vectors).max(axis=1, keepdims=True) / 127
    assert (np.abs(loaded.vectors - small.vectors) <= step / 2 + 1e-6).all()


def test_the_bundled_vectors_bring_words_of_one_meaning_together() -> None:
    bundled = StartingVectors.load()

    def cosine(one: str, other: str) -> float:
        a, b = bundled.vector(one), bundled.vector(other)
        return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))

    assert cosine("费用", "多少钱") > cosine("费用", "首次会议")
    assert cosine("客户", "顾客") > cosine("客户", "有效期")
