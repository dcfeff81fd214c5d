from __future__ import annotations

import pytest

from knowledge.readers.markers import Style, han_number, marker_of


@pytest.mark.parametrize(
    ("text", "style", "ordinal", "label"),
    [
        ("第三章 审核", Style.CHAPTER, 3, "第三章"),
        ("第 十二 条 申请", Style.ARTICLE, 12, "第十二条"),
        ("附录 A CSSMS 认证业务范围分类表", Style.ANNEX, 0, "附录A"),
        ("附件 1 相关文件", Style.ANNEX, 1, "附件1"),
        ("4.5.1.2RALC 应将", Style.DECIMAL, 2, "4.5.1.2"),
        ("- 6.1.1. 在认证证书", Style.DECIMAL, 1, "6.1.1"),
        ("1.目的", Style.DOT, 1, "1."),
        ("1、 认定依据", Style.COMMA, 1, "1"),
        ("10 申请组织对", Style.BARE, 10, "10"),
        ("一、适用范围", Style.HAN, 1, "一"),
        ("（二）近一年", Style.HAN_PAREN, 2, "(二)"),
        ("（1）申请组织", Style.PAREN, 1, "(1)"),
        ("- 12) 描述", Style.HALF, 12, "12)"),
        (" - ⑪ 针对".strip(), Style.CIRCLED, 11, "⑪"),
        ("a. 法律地位", Style.LETTER, 1, "a."),
        ("b）所有的场所", Style.LETTER_HALF, 2, "b)"),
        ("注 1：CSSMS", Style.NOTE, 1, "注1"),
        ("注：其中", Style.NOTE, 0, "注"),
        ("- WAL- QP-21-01 《申请书》", Style.REFERENCE, 0, "WAL-QP-21-01"),
        ("《认证认可条例》（国务院令 390 号）", Style.REFERENCE, 0, ""),
        ("--管理评审的结果；", Style.BULLET, 0, ""),
        ("——评价；", Style.BULLET, 0, ""),
        ("## 适用范围", Style.TITLE, 0, "适用范围"),
    ],
)
def test_mark_is_recognised(text: str, style: Style, ordinal: int, label: str) -> None:
    mark = marker_of(text)
    assert mark is not None
    assert (mark.style, mark.ordinal, mark.label) == (style, ordinal, label)


@pytest.mark.parametrize(
    "text",
    [
        "43000（审核费用）+15000（三年年金）",
        "20000-1 对其他方进行管理",
        "26～45 8.5 2026～2675 22",
        "2.5% 的比例",
        "ISO/IEC27002 的云服务",
        "第七条规定的条件",
        "附录A所规定的审核时间",
        "地  址：北京",
        "《审核报告》应当保存。",
    ],
)
def test_text_that_only_begins_like_a_mark_has_none(text: str) -> None:
    assert marker_of(text) is None


def test_field_is_a_mark_where_the_layout_has_fields() -> None:
    mark = marker_of("地  址：北京", fields=True)
    assert mark is not None
    assert (mark.style, mark.label) == (Style.FIELD, "地址")


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99), ("一百零二", 102), ("", 0)],
)
def test_chinese_numeral_has_its_value(numeral: str, value: int) -> None:
    assert han_number(numeral) == value
