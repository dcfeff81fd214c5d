from __future__ import annotations

import pytest

from knowledge.clause import ClauseRef
from knowledge.question_bank import QuestionBank
from knowledge.question_likeness import Likeness

ONE, TWO = ClauseRef("A", "1"), ClauseRef("A", "2")
LIKENESS = Likeness(QuestionBank({ONE: ("年审多久一次？", "问"), TWO: ("年审多久来一次",)}))


def test_the_same_question_is_wholly_alike_whatever_its_punctuation() -> None:
    first = LIKENESS.like("年审多久 一次")[0]
    assert (first.ref, first.question, first.likeness) == (ONE, "年审多久一次？", 1)


def test_likeness_is_the_share_of_pairs_of_characters_that_both_have() -> None:
    """年审 审多 多久 一次 are in both, 久一 in one, 久来 来一 in the other."""
    near = LIKENESS.like("年审多久一次", at_least=0.5)[1]
    assert (near.ref, near.outside) == (TWO, "年审多久一次")
    assert near.likeness == pytest.approx(4 / 7)


def test_what_is_less_alike_is_left_out() -> None:
    assert LIKENESS.like("年审多久一次", at_least=0.6)[1:] == ()
    assert LIKENESS.like("收费标准") == ()


def test_one_character_is_like_itself_and_nothing_is_like_nothing() -> None:
    assert [each.question for each in LIKENESS.like("问！")] == ["问"]
    assert LIKENESS.like("？") == ()
