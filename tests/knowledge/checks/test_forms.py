"""Documents named in the text against those listed."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.forms import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _found(review: Review, text: str) -> list[str]:
    return [found.sentence for found in find(review(text))]


def test_form_with_another_title_in_the_list_is_named_by_its_code(review: Review) -> None:
    text = "1. 申请\n填写《QR-CX-01 认证申请书》。\n\n附件1 相关文件\n\n- QR-CX-01 《认证申请表》\n"
    assert _found(review, text) == ["QR-CX-01 正文作“认证申请书”，清单作“认证申请表”。"]


def test_form_that_is_not_listed_is_named(review: Review) -> None:
    text = "1. 申请\n填写《申请书》，签订《远程审核协议》。\n2. 相关记录\n《申请书》\n"
    assert _found(review, text) == ["正文用到的《远程审核协议》不在清单里。"]


def test_form_that_is_listed_and_never_used_is_named(review: Review) -> None:
    text = "1. 申请\n填写《申请书》。\n2. 相关记录\n2.1. 《申请书》\n2.2. 《核查记录表》\n"
    assert _found(review, text) == ["清单里的《核查记录表》正文没有用到。"]


def test_law_does_not_have_to_be_listed(review: Review) -> None:
    text = (
        "1. 依据\n遵守《认证机构管理办法》和《审核方案管理规定》。\n"
        "2. 相关文件\n《审核方案管理规定》\n"
    )
    assert _found(review, text) == []


def test_forms_do_not_have_to_be_in_a_list_of_rules(review: Review) -> None:
    text = "1. 依据\n按《审核方案管理规定》填写《审批表》。\n2. 相关文件\n《审核方案管理规定》\n"
    assert _found(review, text) == []


def test_standards_cited_and_listed_are_compared_by_number(review: Review) -> None:
    text = (
        "1. 依据\n按 ISO 19011、GB/T 27021.1 和 CNAS-CC01 9.4.8 实施。\n2. 引用文件\n"
        "2.1. CNAS-CC01《认证机构要求》\n2.2. GB/T 19011-2021《审核指南》\n"
        "2.3. CNAS-CC170《要求》\n"
    )
    assert _found(review, text) == [
        "正文引“ISO 19011”，清单列的是“GB/T 19011”。",
        "正文引用的“GB/T 27021”不在清单里。",
        "清单里的“CNAS-CC170”正文没有引用。",
    ]


def test_document_without_a_list_has_no_fault(review: Review) -> None:
    assert _found(review, "1. 申请\n填写《申请书》，按 GB/T 19011 审核。\n") == []
