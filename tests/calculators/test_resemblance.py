"""Keywords count more than pairs of characters; nothing in common counts nothing."""

from fractions import Fraction

import pytest

from calculators.resemblance import resemblance


def test_nothing_in_common_is_zero() -> None:
    assert resemblance("天气", "审核报告", ("报告",)) == 0


def test_keyword_within_the_words_counts_its_length() -> None:
    assert resemblance("做银行的", "金融", ("银行",)) == 2


def test_words_within_a_keyword_count_less_than_the_keyword_itself() -> None:
    part, whole = resemblance("保险", "", ("医疗保险",)), resemblance("保险", "", ("保险",))
    assert 0 < part < whole


@pytest.mark.parametrize(("words", "share"), [("审核报告", 1), ("审核计划", Fraction(1, 3))])
def test_shared_pairs_are_counted_as_a_share(words: str, share: Fraction) -> None:
    assert resemblance(words, "审核报告") == share


def test_single_character_is_compared_as_it_is() -> None:
    assert resemblance("税", "税务机关") == 1
