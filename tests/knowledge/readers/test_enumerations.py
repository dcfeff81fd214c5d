from __future__ import annotations

import pytest

from knowledge.readers import read


def _items(sentence: str) -> dict[str, str]:
    clauses = read("D", f"1. 合同\n{sentence}\n").clauses
    return {clause.ref.number: clause.text for clause in clauses}


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("合同包括：1) 范围；2) 报价；3) 责任。", ("1)", "2)", "3)")),
        ("合同包括：（1）范围；（2）报价。", ("(1)", "(2)")),
        ("合同包括：①范围；②报价。", ("①", "②")),
        ("要求有三个方面：一是范围；二是报价；三是责任。", ("一是", "二是", "三是")),
    ],
)
def test_enumeration_in_a_sentence_becomes_items(sentence: str, labels: tuple[str, ...]) -> None:
    items = _items(sentence)
    assert list(items) == ["1", *(f"1 {label}" for label in labels)]
    assert items[f"1 {labels[1]}"].startswith("报价")
    assert items["1"].endswith("：")


@pytest.mark.parametrize(
    "sentence",
    [
        "当客户拥有满足以下 a）至 c）的多个场所时，可以抽样。",
        "按照1)和2)的要求执行。",
        "按要求，1)范围；2)报价；其他见下：1) 责任。",
        "合同包括：1) 范围。",
        "合同包括：2) 报价；3) 责任。",
    ],
)
def test_mention_of_an_item_is_no_enumeration(sentence: str) -> None:
    assert list(_items(sentence)) == ["1"]
