"""References to clauses that are not there or say something else."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.references import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[tuple[str, list[str]]]:
    return [(found.sentence, [ref.number for ref in found.clauses]) for found in find(review(text))]


def test_clause_that_does_not_exist_is_named(review: Review) -> None:
    text = "1. 总则\n1.1. 范围如下。\n1.2. 超期的按3.4条处理。\n"
    assert _found(review, text) == [("引用的 3.4 不存在。", ["1.2"])]


def test_clause_that_exists_is_no_fault(review: Review) -> None:
    text = "1. 总则\n1.1. 范围如下。\n1.2. 应符合1.1.条款的要求，见1.1。\n"
    assert _found(review, text) == []


def test_clause_of_a_standard_is_not_looked_for_here(review: Review) -> None:
    text = "1. 总则\n1.1. 应满足GB/T 19001中8.5.1条的要求，按CNAS-CC01的9.6.2条实施。\n"
    assert _found(review, text) == []


def test_item_of_the_same_clause_that_does_not_exist_is_named(review: Review) -> None:
    text = "1. 总则\n1.1. 要求如下：\n1) 可按本条第5)款办理；\n2) 其他。\n"
    assert _found(review, text) == [("引用的本条第5)款不存在，1.1 没有这一项。", ["1.1 1)"])]


def test_item_cited_for_a_time_that_it_does_not_give_is_named(review: Review) -> None:
    text = (
        "1. 总则\n1.1. 时限如下：\n1) 轻微的可按本条第2)款的规定，在下次审核时验证；\n"
        "2) 严重的应在30日内验证。\n"
    )
    assert _found(review, text) == [
        (
            "引用本条第2)款来说“下次审核”，而所引的条款没有讲“下次审核”。",
            ["1.1 1)", "1.1 2)"],
        )
    ]


def test_item_cited_for_the_time_that_it_gives_is_no_fault(review: Review) -> None:
    text = (
        "1. 总则\n1.1. 时限如下：\n1) 轻微的按本条第2)款的规定，在下次审核时验证；\n"
        "2) 验证可以在下次审核时进行。\n"
    )
    assert _found(review, text) == []


def test_column_that_the_table_does_not_have_is_named(review: Review) -> None:
    table = "附录A. 时间\n\n有效人数\t审核时间\n1-10\t5\n11-15\t6\n"
    text = f"1. 总则\n不得少于表中所确定的现场时间的50%，审核时间见表中所列的审核时间。\n\n{table}"
    assert _found(review, text) == [("引用表中的“现场时间”，表里没有这一栏。", ["1"])]


def test_same_clause_of_a_standard_adopted_by_two_neighbours_is_named(review: Review) -> None:
    text = (
        "1. 策划\n1.1. 目的\nCNAS-CC01中9.2.1的要求适用。\n1.2. 审核组\n"
        "CNAS-CC01中9.2.2的要求适用。\n1.3. 计划\nCNAS-CC01中9.2.1的要求适用。\n"
    )
    assert _found(review, text) == [
        ("相邻的条款都引 CNAS-CC01 的 9.2.1，其中一处可能引错。", ["1.1", "1.3"])
    ]


def test_article_that_does_not_exist_is_named(review: Review) -> None:
    text = """\
    第一章 总则

    第一条 按本办法第九条的规定实施，按第二条决定。

    第二条 依据《认证认可条例》第十条和《民法典》第二百零二条的规定。
    """
    assert _found(review, text) == [("引用的第九条不存在。", ["第一条"])]
