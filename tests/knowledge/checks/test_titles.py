"""A standard with another title than elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.titles import find

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


USUAL = "CTS TB1-2026公有云信息安全管理体系认证技术规范"


def test_title_that_differs_from_the_usual_one_is_named(review: Review) -> None:
    text = (
        f"1. 依据\n1.1. 依据{USUAL}开展。\n1.2. 通过{USUAL}考试。\n1.3. 符合{USUAL}。\n"
        "1.4. 满足CTS TB1-2026公有云信息安全管理规范的要求。\n"
    )
    assert _found(review, text) == [
        "CTSTB1-2026 的名称多处作“公有云信息安全管理体系认证技术规范”，这里不同。"
    ]


def test_title_followed_by_other_words_is_no_fault(review: Review) -> None:
    text = f"1. 依据\n1.1. 依据{USUAL}开展。\n1.2. 通过{USUAL}考试。\n1.3. 符合{USUAL}要求。\n"
    assert _found(review, text) == []
