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
        ("有下列情况的经同意后终止审核：", [REFUSES, DIFFERS, OTHER]),
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


def test_items_that_begin_with_other_do_not_make_lists_alike(review: Review) -> None:
    text = _text(
        ("暂停的情形：", [REFUSES, "其他需要暂停证书的情况"]),
        ("撤销的情形：", [DIFFERS, "其他需要撤销证书的情况"]),
    )
    assert list(find(review(text))) == []
