"""Missing ends and half-width commas."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.punctuation import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_item_without_an_end_among_items_with_one_is_named(review: Review) -> None:
    text = "1. 内容\n1.1. 包括：\n1) 甲；\n2) 乙；\n3) 丙\n4) 丁。\n"
    assert _found(review, text) == ["1.1 3) 句末没有标点，可能缺字。"]


def test_list_without_any_ends_is_no_fault(review: Review) -> None:
    assert _found(review, "1. 内容\n1.1. 包括：\n1) 甲\n2) 乙\n3) 丙\n4) 丁\n") == []


def test_half_width_commas_are_one_finding(review: Review) -> None:
    text = "1. 内容\n1.1. 先审核,后决定。\n1.2. 先决定,后发证（A,B 两类）。\n"
    assert _found(review, text) == ["2 处中文里用了半角逗号或分号。"]
