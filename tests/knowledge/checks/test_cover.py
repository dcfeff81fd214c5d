"""The title page."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.cover import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_blank_field_is_named(review: Review) -> None:
    text = "某认证规则\n\n批准：\n\n版本号：A/1\n\n实施日期：20260101\n\n1. 总则\n适用。\n"
    assert _found(review, text) == ["封面的“批准”空白。"]


def test_document_without_edition_and_date_is_named_at_its_first_clause(review: Review) -> None:
    found = list(find(review("1. 总则\n适用于认证。\n")))
    assert [(one.sentence, one.clauses[0].number) for one in found] == [
        ("没有版本号和实施日期。", "1")
    ]


def test_table_before_the_first_chapter_is_part_of_the_title_page(review: Review) -> None:
    text = "某认证规则\n\n| 版本 | 第三版 |\n| 实施日期 | 2026年9月1日 |\n\n1. 总则\n适用。\n"
    assert _found(review, text) == []


def test_date_in_the_last_chapter_counts(review: Review) -> None:
    text = "某认证规则\n\n第2版\n\n1. 总则\n适用。\n2. 附则\n本规则自2026年1月1日起施行。\n"
    assert _found(review, text) == []
