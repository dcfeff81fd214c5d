from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from indexes.encoder import Vectors
from indexes.starting_vectors import TEACHER, StartingVectors, distil, e5_teacher, words_of
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


def test_words_to_distil_are_those_that_occur_in_enough_texts() -> None:
    texts = ["换证", "换证要什么", "年审", "年审"]
    assert {"换", "证", "换证", "年审"} <= set(words_of(texts, at_least=2))
    assert not {"要", "什么"} & set(words_of(texts, at_least=2))


def test_words_to_distil_are_sorted_and_stand_once() -> None:
    words = words_of(["换证，换证", "再换证"], at_least=1)
    assert list(words) == sorted(set(words))


def test_distilling_again_gives_the_same_vectors() -> None:
    one, other = distil(WORDS, taught, 4), distil(WORDS, taught, 4)
    assert (one.vectors == other.vectors).all()


@pytest.mark.skipif(find_spec(TEACHER) is None, reason=f"{TEACHER} is not installed (distil)")
def test_the_teacher_brings_words_of_one_meaning_together() -> None:
    client, customer, validity = e5_teacher()(["客户", "顾客", "有效期"])
    assert client @ customer > client @ validity
