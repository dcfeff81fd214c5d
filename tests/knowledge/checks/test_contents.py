"""The contents page against the headings."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.contents import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]

BODY = "1. 总则\n1.1. 范围\n按本规则。\n\n2. 审核\n2.1. 计划\n先计划。\n"


def _found(review: Review, contents: str) -> list[str]:
    return [found.sentence for found in find(review(f"目录\n{contents}\n{BODY}"))]


def test_contents_that_fit_have_no_fault(review: Review) -> None:
    contents = "1. 总则.....1\n1.1. 范围.....1\n2. 审核.....2\n2.1. 计划.....2\n"
    assert _found(review, contents) == []


def test_entry_without_a_heading_is_named(review: Review) -> None:
    assert _found(review, "1. 总则.....1\n2. 审核.....2\n3. 决定.....3\n") == [
        "目录有“3 决定”，正文没有。"
    ]


def test_entry_that_reads_otherwise_is_named(review: Review) -> None:
    assert _found(review, "1. 总则.....1\n2. 现场审核.....2\n") == [
        "目录作“现场审核”，正文标题作“审核”。"
    ]


def test_heading_as_deep_as_the_contents_that_is_not_listed_is_named(review: Review) -> None:
    contents = "1. 总则.....1\n1.1. 范围.....1\n2. 审核.....2\n"
    assert _found(review, contents) == ["正文有标题 2.1，目录没有。"]


def test_document_without_contents_has_no_fault(review: Review) -> None:
    assert list(find(review(BODY))) == []
