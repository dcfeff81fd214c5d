"""Words that are printed twice."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.repetition import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_doubled_character_is_named(review: Review) -> None:
    assert _found(review, "1. 审核组\n由认可的的审核员组成。\n") == ["“的的”重字。"]


def test_doubled_word_is_named(review: Review) -> None:
    assert _found(review, "1. 能力\n对信息系统系统进行维护。\n") == ["“系统系统”重字。"]


def test_two_words_that_meet_in_one_character_are_no_fault(review: Review) -> None:
    text = "1. 审核\n法律法规规定的认证证书，时间间隔由审核组组长确认认证范围。\n"
    text += "应当当场取用水水样。\n"
    assert _found(review, text) == []


def test_heading_that_the_next_line_begins_with_is_no_fault(review: Review) -> None:
    assert _found(review, "1. 静态评估\n静态评估是对资料的审查。\n") == []


def test_title_that_is_printed_twice_is_named(review: Review) -> None:
    text = "1. 某某管理体系认证审核时间要求**某某管理体系认证审核时间要求**\n按人数计算。\n"
    assert _found(review, text) == ["“某某管理体系认证审核时间要求”印了两次。"]


def test_item_that_another_one_contains_is_named(review: Review) -> None:
    text = (
        "1. 资料\n1.1. 提交：\n1) 管理体系成文信息（适用时）；\n"
        "2) 依据标准建立的管理体系成文信息；\n3) 其他。\n"
    )
    assert _found(review, text) == ["1.1 1) 的内容已在 1.1 2) 里。"]
