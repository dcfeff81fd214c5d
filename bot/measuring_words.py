"""Measures which words tell questions that have an answer from those that have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

from bot.assistant.familiar_words import FamiliarWords

_SEED = 20261124
_FOLDS = 5
_AT_LEAST = 2
_SMALLEST = 0.001
_ONLY_SOME_WEIGHTS = {"C": 3.0, "l1_ratio": 1.0, "solver": "liblinear", "max_iter": 500}
_TEMPLATE = """\
# 由 clausebot calibrate 测得，不要手改。
# w 是词，1、2 是一个、两个字；大于 0 的多见于文件答得了的问题。
bias = {bias}

[weights]
{weights}
"""


def measure_words(answerable: Sequence[str], unanswerable: Sequence[str]) -> FamiliarWords:
    """Logistic regression over the terms, weighing both sides alike; most weights are none."""
    linear_model = import_module("sklearn.linear_model")  # takes a second

    plain = FamiliarWords()
    terms = [sorted(plain.terms(each)) for each in (*answerable, *unanswerable)]
    often = Counter(term for each in terms for term in each)
    known = sorted(term for term, count in often.items() if count >= _AT_LEAST)
    columns = {term: number for number, term in enumerate(known)}
    labels = [1] * len(answerable) + [0] * len(unanswerable)
    model = linear_model.LogisticRegression(
        **_ONLY_SOME_WEIGHTS, class_weight="balanced", random_state=_SEED
    )
    model.fit(_matrix(terms, columns), labels)
    weights = zip(known, model.coef_[0], strict=True)
    return FamiliarWords(
        {term: round(float(weight), 3) for term, weight in weights if abs(weight) >= _SMALLEST},
        round(float(model.intercept_[0]), 3),
    )


def measure_in_turn(
    answerable: Sequence[str], unanswerable: Sequence[str]
) -> Iterator[tuple[FamiliarWords, list[int]]]:
    """Words measured without a fifth of the unanswerable questions, and the places of those."""
    order = np.random.default_rng(_SEED).permutation(len(unanswerable))
    for fold in range(_FOLDS):
        left_out = sorted(int(place) for place in order[fold::_FOLDS])
        rest = [each for place, each in enumerate(unanswerable) if place not in set(left_out)]
        yield measure_words(answerable, rest), left_out


def words_as_toml(words: FamiliarWords) -> str:
    """The file that the assistant reads."""
    lines = (f'"{term}" = {weight}' for term, weight in sorted(words.weights.items()))
    return _TEMPLATE.format(bias=words.bias, weights="\n".join(lines))


def _matrix(terms: Sequence[Sequence[str]], columns: dict[str, int]) -> csr_matrix:
    rows, places, values = [], [], []
    for row, each in enumerate(terms):
        for term in each:
            if term in columns:
                rows.append(row)
                places.append(columns[term])
                values.append(1 / np.sqrt(len(each)))
    return csr_matrix((values, (rows, places)), shape=(len(terms), len(columns)))
