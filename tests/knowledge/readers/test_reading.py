"""Documents that nobody has described are read by the general grammar."""

from __future__ import annotations

import pytest

from knowledge import Clause, ClauseKind
from knowledge.readers import read
from knowledge.verbatim import compact

ARTICLES = """某某认证机构

数据安全管理认证实施细则

为规范数据安全管理认证活动，制定本细则。

第一章 总则

第一条 本细则适用于在境内开展的数据安全管理认证。
第二条 申请人应当具备下列条件：
（一）取得法人资格；
（二）近一年内未发生重大事件；
　　1. 重大事件指影响10万人以上的事件；
　　2. 由省级以上主管部门认定。
（三）法律规定的其他条件。
不具备前款条件的，不予受理。

第二章 审核
第一节 初次审核
第三条 初次审核分为两个阶段。
第二节 监督审核
第十条　获证后每12个月进行一次监督审核。

附表1 审核人日
人数\t人日
1-10\t2
11-25\t3
"""
HAN = """培训机构评价规范

一、适用范围
本规范适用于培训机构。
二、申请条件
（一）基本条件
1、具有固定场所，面积不少于200平方米；
2、专职教师不少于5名；
（二）其他条件
申请前一年内无投诉。
三、评价程序
评价程序包括：①申请；②评审；③决定。
"""
MARKDOWN = """# 个人信息安全认证规则

## 1 总则

### 1.1 适用范围
本规则适用于：
- 处理者；
- 受托者。

| 人数 | 人日 |
| --- | --- |
| 1-10 | 2 |

注：人数为有效人数。

## 说明

说明见网站。
"""
PAGES = "".join(
    f"管理文件 版本：A/0\n{page}. 部分{page}\n{page}.1 不得违反。\n第 {page} 页 共 3 页\n\f"
    for page in (1, 2, 3)
)
GAPS = """1.\t目的
规定内部审核的方法。
2.\t职责
2.1\t技术部负责：
a)\t评定；
b)\t发证；
4.\t程序
4.1.1 每年至少审核一次；
1)\t计划；
3)\t报告。
附录A（规范性）表格
A.1 表格应保存3年。
"""
LETTER = """关于监督审核的通知

自2026年7月1日起，监督审核的间隔由12个月改为10个月。
审核部应在每月5日前上报计划。
1. 计划包括审核组名单；
2. 计划包括日期。
"""
WRAPPED = """1 适用范围
1.1 本规则依据认证认可相关法律法规，结合相关技术标准，对云服务信息安全管理体系
认证实施过程作出具体规定，明确机构对认证过程的管理责任，每次审核的审核组至少有
1 名专职审核员，其他人员应当声明与受审核方没有利益关系，机构保存他们的声明，并
核实。
2 认证依据
认证依据为国家标准。
"""


def _numbers(text: str) -> list[str]:
    return [clause.ref.number for clause in read("D", text).clauses]


def _clause(text: str, number: str) -> Clause:
    return next(clause for clause in read("D", text).clauses if clause.ref.number == number)


@pytest.mark.parametrize("text", [ARTICLES, HAN, MARKDOWN, PAGES, GAPS, LETTER, WRAPPED])
def test_every_character_belongs_to_one_clause_or_to_the_page(text: str) -> None:
    reading = read("D", text)
    spans = [span for clause in reading.clauses for span in clause.spans]
    spans = sorted([*spans, *reading.furniture], key=lambda span: span.start)
    assert compact("".join(text[span.start : span.end] for span in spans)) == compact(text)


def test_articles_are_numbered_through_all_chapters() -> None:
    assert _numbers(ARTICLES) == [
        "封面",
        "封面 标题",
        "第1段",
        "第一章",
        "第一条",
        "第二条",
        "第二条 (一)",
        "第二条 (二)",
        "第二条 (二) 1.",
        "第二条 (二) 2.",
        "第二条 (三)",
        "第二条 末段",
        "第二章",
        "第二章 第一节",
        "第三条",
        "第二章 第二节",
        "第十条",
        "附表1",
        "附表1 表",
        "附表1 1-10",
        "附表1 11-25",
    ]


def test_article_stands_under_its_chapter_or_section() -> None:
    parents = {c.ref.number: c.parent.number for c in read("D", ARTICLES).clauses if c.parent}
    assert parents["第二条"] == "第一章"
    assert parents["第十条"] == "第二章 第二节"
    assert parents["第二章 第二节"] == "第二章"


def test_row_has_the_cells_of_its_columns() -> None:
    assert _clause(ARTICLES, "附表1 表").cells == ("人数", "人日")
    assert _clause(ARTICLES, "附表1 11-25").cells == ("11-25", "3")


def test_chinese_numerals_number_chapters_and_items() -> None:
    assert _numbers(HAN) == [
        "封面",
        "一",
        "二",
        "二 (一)",
        "二 (一) 1",
        "二 (一) 2",
        "二 (二)",
        "三",
        "三 ①",
        "三 ②",
        "三 ③",
    ]


def test_item_that_is_a_heading_has_the_paragraph_after_it() -> None:
    assert _clause(HAN, "二 (二)").text == "其他条件\n申请前一年内无投诉。"


def test_markdown_headings_bullets_and_tables_are_read() -> None:
    assert _numbers(MARKDOWN) == [
        "封面",
        "1",
        "1.1",
        "1.1 第1项",
        "1.1 第2项",
        "1.1 表",
        "1.1 1-10",
        "1.1 注",
        "说明",
    ]
    assert _clause(MARKDOWN, "封面").text == "个人信息安全认证规则"


def test_running_heads_and_page_numbers_are_furniture() -> None:
    assert _numbers(PAGES) == ["1", "1.1", "2", "2.1", "3", "3.1"]
    assert len(read("D", PAGES).furniture) == 6


def test_missing_numbers_do_not_stop_the_reader() -> None:
    assert _numbers(GAPS) == [
        "1",
        "2",
        "2.1",
        "2.1 a)",
        "2.1 b)",
        "4",
        "4.1.1",
        "4.1.1 1)",
        "4.1.1 3)",
        "附录A",
        "A.1",
    ]
    parent = _clause(GAPS, "4.1.1").parent
    assert parent is not None
    assert parent.number == "4"


def test_list_that_has_the_next_number_goes_on_before_a_chapter_does() -> None:
    text = "1 目的\n规定合同。\n2 合同\n合同包括：\n1 名称\n2 类型\n3 依据\n3 审核\n"
    assert _numbers(text) == ["1", "2", "2 1", "2 2", "2 3", "3"]


def test_chapters_are_numbered_as_the_first_one_is() -> None:
    assert _numbers("一、总则\n目的。\n2. 级别\n二、要求\n") == ["一", "一 第2段", "二"]


def test_list_on_a_title_page_is_not_part_of_it() -> None:
    assert _numbers("审核规则\n1) 计划；\n2) 报告。\n") == ["封面", "1)", "2)"]


def test_paragraph_after_bullets_is_not_part_of_the_last_one() -> None:
    text = "1. 流程\n- 申请\n- 审核\n流程由审核部管理。\n"
    assert _numbers(text) == ["1", "1 第1项", "1 第2项", "1 末段"]


def test_text_without_chapters_becomes_paragraphs() -> None:
    assert _numbers(LETTER) == ["封面", "第1段", "第2段", "1.", "2."]


def test_number_at_the_beginning_of_a_wrapped_line_begins_nothing() -> None:
    assert _numbers(WRAPPED) == ["1", "1.1", "2"]
    text = _clause(WRAPPED, "1.1").text
    assert "审核组至少有1 名专职审核员" in text
    assert text.endswith("机构保存他们的声明，并核实。")


def test_number_that_is_printed_twice_is_told_apart_by_its_heading() -> None:
    text = "1 再认证\n1.1 申请\n到期前申请。\n1.1 策划\n应当策划。\n1.1.1 考虑绩效。\n"
    assert _numbers(text) == ["1", "1.1", "1.1 (策划)", "1.1.1"]


def test_list_that_counts_from_one_again_hangs_under_its_own_paragraph() -> None:
    text = "1. 报告\n报告应包括：\na) 摘要；\nb) 结论。\n报告还应包括：\na) 建议。\n"
    assert _numbers(text) == ["1", "1 a)", "1 b)", "1 末段", "1 末段 a)"]


def test_note_belongs_to_the_item_whose_list_goes_on_after_it() -> None:
    text = "1. 抽样\n1) 相似：\n① 初审；\n② 监督。\n注：取整。\n2) 其他。\n注：逐一审核。\n"
    numbers = _numbers(text)
    assert "1 1) 注" in numbers
    assert numbers[-1] == "1 注"


def test_notes_below_the_word_note_are_notes_of_the_clause_above() -> None:
    text = "附录A 人日\n注：\n① 人数包括兼职人员。\n② 路途时间不计。\n"
    assert _numbers(text) == ["附录A", "附录A 注", "附录A 注①", "附录A 注②"]
    assert _clause(text, "附录A 注②").kind is ClauseKind.NOTE


def test_empty_text_has_no_clauses() -> None:
    assert read("D", " \n\n").clauses == ()


def test_article_with_its_words_right_behind_it_is_one_where_it_is_the_next() -> None:
    text = (
        "第一章 总则\n第一条为规范认证活动，制定本规则。\n第二条：依照第五条规定和\n"
        "第三条的要求申请。\n第三条、申请人应当签字。\n第三条之一 另行规定。\n"
        "第七条给出的例外除外。\n"
    )
    assert _numbers(text) == [
        "第一章",
        "第一条",
        "第二条",
        "第三条",
        "第三条之一",
        "第三条之一 第2段",
    ]
    assert _clause(text, "第三条").text == "申请人应当签字。"


def test_chapters_are_counted_anew_in_each_book() -> None:
    text = "第一编 总则\n第一章 目的\n第一条 目的。\n第二编 审核\n第一章 监督\n第二条 每年一次。\n"
    assert _numbers(text) == [
        "第一编",
        "第一编 第一章",
        "第一条",
        "第二编",
        "第二编 第一章",
        "第二条",
    ]


def test_sections_stand_under_the_chinese_chapter_of_their_number() -> None:
    text = "一. 总则\n1.1 目的\n规范。\n二. 要求\n2.1、人员应持证。\n2.2、人员应培训。\n"
    parents = {c.ref.number: c.parent.number for c in read("D", text).clauses if c.parent}
    assert parents == {"1.1": "一", "2.1": "二", "2.2": "二"}
    assert _clause(text, "2.1").text == "人员应持证。"


def test_full_width_numbers_are_read_as_half_width_ones() -> None:
    text = "１．总则\n１．１　目的。\n（１）、甲；\n（２）、乙。\n"
    assert _numbers(text) == ["1", "1.1", "1.1 (1)", "1.1 (2)"]
    assert _clause(text, "1.1 (1)").text == "甲；"


def test_annex_may_have_no_number_or_a_spaced_word() -> None:
    assert _numbers("一、目的\n附 录 A\n人日表\n附件：清单\n1、申请书\n") == [
        "一",
        "附录A",
        "附件",
        "附件 1",
    ]


def test_wrapped_enumeration_goes_on_where_its_numbers_do() -> None:
    text = "一、报告\n报告包括：①飞行架次；②事故征候；\n③飞手变动；④增减。\n"
    assert _numbers(text) == ["一", "一 ①", "一 ②", "一 ③", "一 ④"]


def test_line_of_a_page_between_two_lines_is_not_quoted_with_them() -> None:
    text = "".join(
        f"某某规则\n{page}.1 监督审核由审核部安排并\n第 {page} 页\n"
        "\f某某规则\n通知客户，每年一次。\n\f"
        for page in (1, 2)
    )
    clause = _clause(text, "1.1")
    assert clause.text == "监督审核由审核部安排并\n通知客户，每年一次。"
    assert [text[span.start : span.end] for span in clause.spans] == [
        "1.1 监督审核由审核部安排并",
        "通知客户，每年一次。",
    ]
