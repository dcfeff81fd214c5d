"""Departments without duties."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.roles import find

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_department_that_acts_and_has_no_duties_is_named(review: Review) -> None:
    text = "1. 职责\n质控部负责归档。\n2. 受理\n由质控部人员评审，由市场运营部将合同交付客户。\n"
    assert _found(review, text) == ["“市场运营部”在“职责”里没有写。"]


def test_document_without_a_chapter_on_duties_has_no_fault(review: Review) -> None:
    assert _found(review, "1. 受理\n由市场运营部将合同交付客户。\n") == []
