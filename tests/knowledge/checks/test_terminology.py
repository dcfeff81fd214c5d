"""One thing under several names."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.terminology import find

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_one_thing_under_two_names_is_named_with_how_often(review: Review) -> None:
    text = "1. 时间\n1.1. 以人日计。\n1.2. 确定人日数。\n1.3. 监督人天不低于1/3。\n"
    assert _found(review, text) == ["审核时间的单位有几个名称：“人日”（2 处）、“人天”（1 处）。"]


def test_one_name_throughout_is_no_fault(review: Review) -> None:
    assert _found(review, "1. 时间\n以人日计，人日数取整。\n") == []
