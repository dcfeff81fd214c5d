"""Numbers that are missing, doubled or ambiguous."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.numbering import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[tuple[str, list[str]]]:
    return [(found.sentence, [ref.number for ref in found.clauses]) for found in find(review(text))]


def test_numbers_without_a_break_have_no_fault(review: Review) -> None:
    text = (
        "1. 总则\n1.1. 要求如下：\n1) 甲；\n2) 乙。\n1.2. 其他要求如下：\n1) 丙；\n2) 丁。\n"
        "2. 审核\n先计划。\n"
    )
    assert _found(review, text) == []


def test_missing_items_are_named(review: Review) -> None:
    text = "1. 总则\n1.1. 要求如下：\n1) 甲；\n3) 丙；\n6) 己。\n"
    assert _found(review, text) == [("编号不连续，缺 2、4、5。", ["1.1 3)", "1.1 6)"])]


def test_missing_sections_are_named_with_their_chapter(review: Review) -> None:
    text = "1. 总则\n1.2. 甲要求适用。\n1.3. 乙要求适用。\n"
    assert _found(review, text) == [("编号不连续，缺 1.1。", ["1.2"])]


def test_section_number_used_twice_is_named(review: Review) -> None:
    text = "1. 总则\n1.1. 甲要求适用。\n1.1. 乙要求适用。\n1.2. 丙要求适用。\n"
    assert [sentence for sentence, _ in _found(review, text)] == ["编号 1.1 用了 2 次。"]


def test_second_list_under_a_later_paragraph_is_named(review: Review) -> None:
    text = """\
    1. 总则

    1.1. 内容如下：

    1) 甲；

    2) 乙。

    在满足以下条件时可以不在现场进行，但应记录原因并说明理由：

    1) 丙；

    2) 丁。
    """
    assert [sentence for sentence, _ in _found(review, text)] == [
        "1.1 之下有两组同样编号的列项，引用其中一项时分不清。"
    ]


def test_articles_count_through_the_chapters(review: Review) -> None:
    text = """\
    第一章 总则

    第一条 为规范认证活动，制定本办法。

    第二章 审核

    第二条 认证机构应当实施审核。

    第四条 认证机构应当保存记录。
    """
    assert _found(review, text) == [("编号不连续，缺 第 3 条。", ["第四条"])]
