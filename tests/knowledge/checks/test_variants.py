"""One rule in several places that does not cover the same."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.variants import find

Review = Callable[..., ReviewedDocument]


def _found(review: Review, *sentences: str) -> list[tuple[str, int]]:
    lines = "".join(f"1.{at}. {words}\n" for at, words in enumerate(sentences, start=1))
    return [(found.sentence, len(found.clauses)) for found in find(review(f"1. 监督审核\n{lines}"))]


def test_words_that_only_some_places_have_are_named(review: Review) -> None:
    found = _found(
        review,
        "初次认证后的第一次监督应在签发之日起12个月内进行。",
        "此后，初次认证及再认证后的第一次监督应在签发之日起12个月内进行。",
        "每次应覆盖典型活动。",
    )
    assert found == [("同一规定写了 2 处，只有部分写明“及再认证”。", 2)]


def test_same_sentence_twice_is_no_fault(review: Review) -> None:
    sentence = "初次认证后的第一次监督应在签发之日起12个月内进行。"
    assert _found(review, sentence, f"时间安排：{sentence}") == []


def test_rules_of_two_things_are_no_fault(review: Review) -> None:
    suspended = "获证组织有以下情形之一的，应在调查核实后5日内暂停其认证证书，并保留相应证据。"
    withdrawn = suspended.replace("暂停", "撤销").replace("应在", "应在获得信息并")
    assert _found(review, suspended, withdrawn) == []


def test_rules_with_other_periods_are_left_to_the_check_of_periods(review: Review) -> None:
    sentence = "初次认证后的第一次监督应在签发之日起2个月内进行。"
    assert _found(review, sentence, sentence.replace("2个月", "12个月")) == []
