"""Figures that do not fit each other."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.figures import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_fraction_with_a_wrong_percentage_is_named(review: Review) -> None:
    text = "1. 监督\n不得低于1/3（即$\\geq30\\%$）。\n"
    assert _found(review, text) == ["“1/3”约为 33.3%，不是 30%。"]


def test_fraction_with_its_rounded_percentage_is_no_fault(review: Review) -> None:
    assert _found(review, "1. 监督\n不得低于1/3（即33%），再认证2/3（即67％）。\n") == []


def test_sum_that_does_not_add_up_is_named(review: Review) -> None:
    text = "1. 费用\n43000（审核费用）+15000（年金）＝59000元。\n"
    assert _found(review, text) == ["“43000(审核费用)+15000(年金)＝59000”应等于 58000。"]


def test_sum_that_adds_up_is_no_fault(review: Review) -> None:
    assert _found(review, "1. 费用\n43000（审核费用）+15000（年金）＝58000元。\n") == []


def test_number_of_items_that_is_announced_wrong_is_named(review: Review) -> None:
    text = "1. 要求\n1.1. 应满足以下四项条件：\n1) 甲；\n2) 乙；\n3) 丙。\n"
    assert _found(review, text) == ["“以下四项”之后有 3 项。"]


def test_number_of_items_that_is_announced_right_is_no_fault(review: Review) -> None:
    text = "1. 要求\n1.1. 应满足以下3项条件：\n1) 甲；\n2) 乙；\n3) 丙。\n"
    assert _found(review, text) == []
