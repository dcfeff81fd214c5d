"""Annexes that are missing, unused, or named without a letter."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.annexes import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_annex_that_is_not_included_is_named(review: Review) -> None:
    text = "1. 总则\n1.1. 填写《附录B：人日计算表》。\n"
    assert _found(review, text) == ["引用的附录B没有随文。"]


def test_annex_that_is_included_and_referred_to_is_no_fault(review: Review) -> None:
    text = "1. 总则\n1.1. 审核时间见附录A。\n\n附录A. 审核时间\n按人数计算。\n"
    assert _found(review, text) == []


def test_annex_with_a_chinese_numeral_is_referred_to_by_it(review: Review) -> None:
    text = "第一条　时间按照附件一确定。\n\n附件一　审核时间\n按人数计算。\n"
    assert _found(review, text) == []


def test_annex_that_nothing_refers_to_is_named(review: Review) -> None:
    text = "1. 总则\n1.1. 按人数计算。\n\n附录A. 业务分类\n1) 按附录A的级别；\n2) 其他。\n"
    assert _found(review, text) == ["正文没有一处引用附录A，它有什么用没有写。"]


def test_annex_of_a_standard_is_not_looked_for_here(review: Review) -> None:
    text = "1. 总则\n1.1. CNAS-CC170附录B、附录C提供了指南，ISMS标准的附录A适用。\n"
    assert _found(review, text) == []


def test_annex_without_its_letter_is_named(review: Review) -> None:
    text = "1. 总则\n1.1. 减少不得超过附录所规定的30%，见附录A。\n\n附录A. 时间\n按人数计算。\n"
    assert _found(review, text) == ["“附录”没有写明是哪一个。"]


def test_annex_that_lists_documents_needs_no_reference(review: Review) -> None:
    text = "1. 总则\n1.1. 按人数计算。\n\n附件1 相关文件\n《申请书》\n"
    assert _found(review, text) == []
