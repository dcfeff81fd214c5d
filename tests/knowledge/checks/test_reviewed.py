"""A document as the checks see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.checks.reviewed import ReviewedDocument, heading, lists_documents

Review = Callable[..., ReviewedDocument]

TEXT = "1. 审核\n1.1. 计划\n先计划；再审核。\n1.2. 应当审核。\n2. 相关文件\n《申请书》\n"


def test_sentences_are_without_white_space_and_with_their_clause(review: Review) -> None:
    said = [(clause.ref.number, words) for clause, words in review(TEXT).sentences()]
    assert said[:4] == [("1", "审核"), ("1.1", "计划"), ("1.1", "先计划；"), ("1.1", "再审核。")]


def test_headings_are_those_above_and_the_own(review: Review) -> None:
    reviewed = review(TEXT)
    by_number = {clause.ref.number: clause for clause in reviewed.clauses}
    assert reviewed.headings(by_number["1.1"]) == "审核计划"
    assert heading(by_number["1.2"]) == ""


def test_chapter_is_the_outermost_clause(review: Review) -> None:
    reviewed = review(TEXT)
    assert {reviewed.chapter(clause).ref.number for clause in reviewed.clauses} == {"1", "2"}


def test_chapter_that_lists_documents_is_known_by_its_heading(review: Review) -> None:
    listing = [clause.ref.number for clause in review(TEXT).clauses if lists_documents(clause)]
    assert listing == ["2"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("云服务信息安全管理体系认证规则", "云服务信息安全管理体系"),
        ("能源管理体系认证规则", ""),
        ("信息安全服务资质申请指南", ""),
    ],
)
def test_name_of_the_system_comes_from_a_title_that_is_long_enough(
    review: Review, title: str, name: str
) -> None:
    assert review(TEXT, title=title).system == name
