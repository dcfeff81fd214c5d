"""Short names that are unused or unexplained."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.abbreviations import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_short_name_that_is_never_used_is_named(review: Review) -> None:
    text = (
        "1. 总则\n某某认证中心（以下简称认证中心）制定本规则。\n2. 审核\n某某认证中心实施审核。\n"
    )
    assert _found(review, text) == ["约定的简称“认证中心”以后没有用过。"]


def test_short_name_that_is_used_is_no_fault(review: Review) -> None:
    text = "1. 总则\n某某认证中心（以下简称：本中心）制定本规则。\n2. 审核\n本中心实施审核。\n"
    assert _found(review, text) == []


def test_abbreviation_that_is_not_explained_is_named(review: Review) -> None:
    assert _found(review, "1. 总则\nXYZB 依据 ISO/IEC 27001 审核 ISMS。\n") == [
        "“XYZB”没有写明全称。"
    ]


def test_abbreviation_that_is_explained_is_no_fault(review: Review) -> None:
    text = "1. 总则\n由注册能源管理师（CEMX）审核，XYZB（某某认证中心）发证，XYZB 归档。\n"
    assert _found(review, text) == []


def test_misspelt_abbreviation_is_left_to_the_check_of_spelling(review: Review) -> None:
    text = "1. 总则\nXYZB（某某认证中心）审核。\n2. 决定\nXYZB 决定，XZYB 发证。\n"
    assert _found(review, text) == []
