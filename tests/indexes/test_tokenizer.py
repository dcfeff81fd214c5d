from __future__ import annotations

import pytest

from indexes.tokenizer import Tokenizer, default_tokenizer, normalise

KEPT = [
    *("应", "应当", "必须", "不得", "不应", "可", "宜"),
    *("至少", "不少于", "以上", "以下", "以内", "或", "且", "每"),
]
SINGLE_WORDS = ["审核人日", "监督审核", "再认证", "严重不符合", "云计算", "不超过"]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return default_tokenizer()


@pytest.mark.parametrize("word", KEPT)
def test_words_that_make_a_rule_binding_are_kept(tokenizer: Tokenizer, word: str) -> None:
    assert tokenizer.words(f"，{word}，") == [word]


@pytest.mark.parametrize("word", SINGLE_WORDS)
def test_terms_of_the_trade_are_single_words(tokenizer: Tokenizer, word: str) -> None:
    assert tokenizer.words(f"本次{word}，")[-1] == word


def test_words_leave_out_what_questions_are_padded_with(tokenizer: Tokenizer) -> None:
    assert tokenizer.words("请问一下监督审核是什么呢") == ["监督审核"]


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("ISO/IEC 27017", "iso/iec27017"),
        ("ISO27001", "iso27001"),
        ("CNAS-CC170", "cnas-cc170"),
        ("GB/T 27065-2015", "gb/t27065-2015"),
        ("5.4.5", "5.4.5"),
        ("WAL-QP-21-16", "wal-qp-21-16"),
    ],
)
def test_numbers_of_standards_and_clauses_stay_whole(
    tokenizer: Tokenizer, typed: str, whole: str
) -> None:
    assert tokenizer.words(f"按{typed}的要求")[1] == whole


def test_parts_of_a_number_follow_the_whole(tokenizer: Tokenizer) -> None:
    assert tokenizer.words("27017-2015") == ["27017-2015", "27017", "2015"]


def test_normalise_reads_full_width_as_half_width() -> None:
    assert normalise("ＩＳＯ２７００１（１）") == "iso27001(1)"


def test_terms_are_words_and_single_and_paired_characters(tokenizer: Tokenizer) -> None:
    assert tokenizer.terms("证书") == ["w证书", "1证", "1书", "2证书"]


def test_terms_keep_a_single_digit(tokenizer: Tokenizer) -> None:
    assert "w3" in tokenizer.terms("3年")


def test_features_add_triples_of_characters(tokenizer: Tokenizer) -> None:
    assert set(tokenizer.features("年证书")) - set(tokenizer.terms("年证书")) == {"3年证书"}


def test_fingerprint_names_jieba_and_every_word_list(tokenizer: Tokenizer) -> None:
    assert set(tokenizer.fingerprint) == {"jieba", "common_words", "domain_words", "stop_words"}
