"""Lists of one matter that do not agree."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.checks.lists import find
from knowledge.checks.reviewed import ReviewedDocument

Review = Callable[..., ReviewedDocument]


def _text(*lists: tuple[str, list[str]]) -> str:
    parts = ["1. 审核\n"]
    for at, (lead, items) in enumerate(lists, start=1):
        parts.append(f"1.{at}. {lead}\n")
        parts += [f"{number}) {words}；\n" for number, words in enumerate(items, start=1)]
    return "".join(parts)


REFUSES = "委托人对审核活动不予配合，审核无法进行"
DIFFERS = "实际情况与申请材料有重大不一致"
ABSENT = "最高管理者缺席首次会议和末次会议"
OTHER = "其他导致审核无法完成的情况"


def test_lists_that_differ_by_an_item_are_one_finding(review: Review) -> None:
    text = _text(
        ("终止审核的情况：", [REFUSES, ABSENT, DIFFERS, OTHER]),
        ("终止审核的情况：", [REFUSES, DIFFERS, OTHER]),
    )
    assert [found.sentence for found in find(review(text))] == [
        "同类的列项有 2 处，不尽相同：1.1 4 项、1.2 3 项。"
    ]


def test_same_list_under_the_same_lead_is_no_fault(review: Review) -> None:
    text = _text(("终止审核的情况：", [REFUSES, DIFFERS]), ("终止审核的情况：", [REFUSES, DIFFERS]))
    assert list(find(review(text))) == []


def test_lists_of_other_matters_are_no_fault(review: Review) -> None:
    text = _text(
        ("终止审核的情况：", [REFUSES, DIFFERS]), ("报告的内容：", ["审核范围", "审核结论"])
    )
    assert list(find(review(text))) == []


def test_lists_that_share_less_than_most_items_are_no_fault(review: Review) -> None:
    text = _text(
        ("终止审核的情况：", [REFUSES, DIFFERS, "材料虚假", "法律不允许"]),
        ("暂停证书的情况：", [REFUSES, DIFFERS, "主动请求", "拖欠费用"]),
    )
    assert list(find(review(text))) == []


def test_items_that_begin_with_other_do_not_make_lists_alike(review: Review) -> None:
    others = [OTHER, "其他严重违反法律法规的行为", "其他不履行合同义务的行为"]
    text = _text(
        ("暂停的情形：", [REFUSES, *others]),
        ("撤销的情形：", [DIFFERS, *others]),
    )
    assert list(find(review(text))) == []


def test_same_items_under_another_procedure_are_one_finding(review: Review) -> None:
    text = _text(
        ("报告后终止审核：", [REFUSES, DIFFERS]), ("经同意后终止审核：", [REFUSES, DIFFERS])
    )
    assert len(list(find(review(text)))) == 1
