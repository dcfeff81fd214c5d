"""Periods that do not fit each other or are not clear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.checks.periods import find, periods
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, *sentences: str) -> list[str]:
    lines = "".join(f"1.{at}. {words}\n" for at, words in enumerate(sentences, start=1))
    return [found.sentence for found in find(review(f"1. 申请与审核\n{lines}"))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("应在30个工作日内报送", ("30个工作日",)),
        ("间隔不超过12个月，且每个日历年至少一次", ("12个月", "每个日历年")),
        ("运行３个月以上", ("3个月以上",)),
        ("有效期为三年", ("3年",)),
        ("应在次月10日前报送", ("次月10日前",)),
        ("2026年4月23日实施的第2年", ()),
        ("最迟不超过一个月", ("1个月",)),
    ],
)
def test_periods_are_read_in_one_spelling(sentence: str, expected: tuple[str, ...]) -> None:
    assert periods(sentence) == expected


def test_one_thing_with_two_periods_is_named_with_both(review: Review) -> None:
    found = _found(
        review,
        "应在30个工作日内将认证结果报送国家认监委。",
        "应在次月10日前将认证结果报送国家认监委。",
    )
    assert found == ["认证结果的报送，各处期限不同：1.1 为30个工作日；1.2 为次月10日前。"]


def test_one_thing_with_one_period_twice_is_no_fault(review: Review) -> None:
    assert _found(review, "监督审核的间隔不超过12个月。", "两次监督间隔应在十二个月内。") == []


def test_several_limits_in_one_clause_are_no_fault(review: Review) -> None:
    assert _found(review, "监督审核每个日历年一次；监督审核间隔不超过15个月。") == []


def test_limit_in_working_days_with_a_last_limit_in_months_is_named(review: Review) -> None:
    assert _found(review, "应在15个工作日内，最迟不超过一个月，上传证书。") == [
        "一句话里有两个期限（15个工作日、1个月），先后不定。"
    ]


def test_days_of_unknown_kind_are_named_where_others_are_working_days(review: Review) -> None:
    found = _found(review, "应在5个工作日内通报。", "应在5日内暂停。")
    assert found == ["1.2 的“日”没有写明是工作日还是日历日，别处写明了。"]


def test_days_are_no_fault_where_all_are_of_one_kind(review: Review) -> None:
    assert _found(review, "应在5日内暂停。", "应在30日内通知。") == []


def test_day_before_another_is_no_period(review: Review) -> None:
    assert _found(review, "应在5个工作日内通报。", "证书在到期的前一日终止。") == []
