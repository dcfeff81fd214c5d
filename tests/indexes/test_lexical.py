from __future__ import annotations

import math
from collections import Counter

import pytest

from indexes.lexical import K1, B, LexicalIndex
from indexes.tokenizer import default_tokenizer

TEXTS = [
    "监督审核的间隔不超过12个月",
    "再认证审核应在证书到期前完成",
    "监督审核人日不少于初审的三分之一，监督审核不得省略",
    "证书暂停期限不超过6个月",
]


def plain_bm25(question: str) -> list[float]:
    """BM25 as Lucene counts it, written out."""
    terms = default_tokenizer().terms
    counts = [Counter(terms(text)) for text in TEXTS]
    lengths = [sum(count.values()) for count in counts]
    average = sum(lengths) / len(lengths)
    scores = []
    for count, length in zip(counts, lengths, strict=True):
        score = 0.0
        for term in terms(question):
            holders = sum(term in other for other in counts)
            rarity = math.log(1 + (len(TEXTS) - holders + 0.5) / (holders + 0.5))
            saturation = count[term] / (count[term] + K1 * (1 - B + B * length / average))
            score += rarity * saturation
        scores.append(score)
    return scores


@pytest.mark.parametrize("question", ["监督审核隔多久", "证书到期前", "12个月", "监督监督"])
def test_scores_are_those_of_a_plain_bm25(question: str) -> None:
    index = LexicalIndex.build(TEXTS, default_tokenizer())
    scores, _ = index.scores(question)
    assert scores.tolist() == pytest.approx(plain_bm25(question), rel=1e-4)


def test_a_question_without_known_terms_scores_nothing() -> None:
    scores, rarity = LexicalIndex.build(TEXTS, default_tokenizer()).scores("zzzz")
    assert scores.tolist() == [0, 0, 0, 0]
    assert rarity > 0


def test_unknown_terms_add_rarity() -> None:
    index = LexicalIndex.build(TEXTS, default_tokenizer())
    assert index.scores("监督审核 zzzz")[1] > index.scores("监督审核")[1]
