"""What of a question a clause and its document lack."""

from __future__ import annotations

import pytest

from indexes.coverage import Coverage
from indexes.lexical import LexicalIndex
from indexes.tokenizer import default_tokenizer

TEXTS = ("监督审核的间隔", "证书标志的使用", "认证费用")


def lacking(question: str, unit: int, last: int) -> Coverage:
    terms = LexicalIndex.build(TEXTS, default_tokenizer()).occurrences(question)
    return terms.coverage(unit, terms.between(0, last))


def test_question_in_the_words_of_a_clause_lacks_nothing() -> None:
    covered = lacking("监督审核的间隔", 0, 1)
    assert covered.in_document == pytest.approx(1.0)
    assert covered == Coverage(covered.in_document, 0.0, 0.0, 0.0, 0)


def test_word_of_another_clause_is_missing_in_the_clause_alone() -> None:
    covered = lacking("证书标志", 0, 1)
    assert (covered.missing_pairs, covered.longest_gap) == (1.0, 3)
    assert (covered.missing_word, covered.pairs_not_in_document) == (0.0, 0.0)


def test_word_of_another_document_is_missing_in_the_document() -> None:
    assert lacking("费用", 0, 1).missing_word > 0
    assert lacking("费用", 0, 2).missing_word == 0


def test_longest_gap_counts_neighbouring_pairs() -> None:
    assert lacking("间隔能印名片吗", 0, 1).longest_gap == 5


def test_question_without_terms_lacks_nothing() -> None:
    assert lacking("？", 0, 1) == Coverage(0.0, 0.0, 0.0, 0.0, 0)
