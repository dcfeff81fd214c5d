"""What a document relies on and does not give."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.promises import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_limit_that_is_set_nowhere_is_named(review: Review) -> None:
    assert _found(review, "1. 整改\n应在规定时限内完成整改。\n") == [
        "“规定时限”没有写明时限是多少。"
    ]


def test_limit_that_is_set_above_or_below_is_no_fault(review: Review) -> None:
    text = "1. 整改\n未能在上述规定时限内完成的，按以下规定时限内的办法处理。\n"
    assert _found(review, text) == []


def test_interval_that_is_prescribed_is_no_fault(review: Review) -> None:
    assert _found(review, "1. 监督\n不能按规定的时间间隔接受监督的，暂停。\n") == []


def test_example_in_place_of_a_limit_is_named(review: Review) -> None:
    assert _found(review, "1. 通知\n应提前通知（如至少提前24小时）。\n") == [
        "“如至少提前24小时”没有写明确定的期限，只举了例子。"
    ]


def test_drawing_that_is_only_a_heading_is_named(review: Review) -> None:
    text = "1. 流程\n1.1. 认定流程图\n1.2. 申请\n提交申请书。\n"
    assert _found(review, text) == ["“认定流程图”只有标题，没有内容。"]


def test_fee_that_the_chapter_on_fees_does_not_have_is_named(review: Review) -> None:
    text = "1. 申请\n提交申请书和申请费，缴纳审核费。\n2. 费用\n审核费为1000元。\n"
    assert _found(review, text) == ["要交“申请费”，而“费用”一章没有这一项。"]


def test_fees_are_no_fault_where_no_chapter_is_on_fees(review: Review) -> None:
    assert _found(review, "1. 申请\n提交申请书和申请费。\n") == []
