"""Words of questions that have answers speak for one, words without rules against it."""

from __future__ import annotations

import pytest

from bot.assistant.familiar_words import FamiliarWords
from bot.measuring_words import measure_in_turn, measure_words, words_as_toml

ANSWERED = ("换证提前多久申请", "监督审核多久一次", "证书暂停多久", "换证要交材料吗")
IN_VAIN = ("换证打折吗", "监督费用打折吗", "年金打折吗", "能打折吗")


@pytest.fixture(scope="module")
def words() -> FamiliarWords:
    return measure_words(ANSWERED, IN_VAIN)


def test_question_in_words_without_rules_is_less_familiar(words: FamiliarWords) -> None:
    assert words.score("暂停打折吗") < words.score("暂停多久")


def test_question_of_unknown_words_is_judged_by_the_bias_alone(words: FamiliarWords) -> None:
    assert words.score("zzzz") == words.bias
    assert words.score("") == words.bias


def test_measured_words_are_the_same_each_time(words: FamiliarWords) -> None:
    assert words_as_toml(measure_words(ANSWERED, IN_VAIN)) == words_as_toml(words)


def test_each_question_is_left_out_of_one_measurement() -> None:
    left_out = [place for _, places in measure_in_turn(ANSWERED, IN_VAIN * 2) for place in places]
    assert sorted(left_out) == list(range(8))


def test_bundled_words_know_what_no_document_rules_on() -> None:
    bundled = FamiliarWords.load()
    assert bundled.score("换证提前多久申请") > bundled.score("换证有补贴吗")
