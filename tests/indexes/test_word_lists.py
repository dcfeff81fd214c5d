from __future__ import annotations

import re
from pathlib import Path

import jieba
import pytest

from indexes.tokenizer import COMMON_WORDS, DOMAIN_WORDS, STOP_WORDS


def test_common_words_are_the_frequent_short_words_of_jieba() -> None:
    dictionary = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8")
    entries = (line.split(" ")[:2] for line in dictionary.splitlines())
    kept = [
        f"{word} {count}"
        for word, count in entries
        if int(count) >= 200 and re.fullmatch("[\u4e00-\u9fff]{1,5}", word)
    ]
    assert COMMON_WORDS.read_text(encoding="utf-8").splitlines() == kept


@pytest.mark.parametrize("file", [DOMAIN_WORDS, STOP_WORDS])
def test_a_list_has_no_word_twice(file: Path) -> None:
    words = file.read_text(encoding="utf-8").split()
    assert len(words) == len(set(words))
