from __future__ import annotations

from knowledge.readers.furniture import without_furniture
from knowledge.readers.lines import lines_of


def _body(text: str) -> list[str]:
    return [line.text for line in without_furniture(lines_of(text))[0]]


def test_contents_page_is_furniture_up_to_its_last_entry() -> None:
    text = "规则\n目  录\n1. 目的.....\t1\n2. 职责\t2\n附件 1 表格……3\n1. 目的\n"
    assert _body(text) == ["规则", "1. 目的"]


def test_page_numbers_and_rules_of_tables_are_furniture() -> None:
    text = "第 1 页 共 9 页\n| 人数 | 人日 |\n| --- | :---: |\n- 2 -\n条文。"
    assert _body(text) == ["| 人数 | 人日 |", "条文。"]


def test_rule_of_a_table_may_have_a_single_dash_with_its_colons() -> None:
    assert _body("| 人数 | 人日 |\n| :-: | -: |\n| 甲 | - |") == ["| 人数 | 人日 |", "| 甲 | - |"]


def test_line_at_the_edge_of_three_pages_is_a_running_head() -> None:
    assert _body("文件 1\n甲\n\f文件 2\n乙\n\f文件 3\n丙") == ["甲", "乙", "丙"]


def test_head_of_two_lines_is_furniture_where_the_second_is_alike_to_the_letter() -> None:
    text = "文件 1\n版本 A/0\n甲\n\f文件 2\n版本 A/0\n乙\n\f文件 3\n版本 A/0\n丙"
    assert _body(text) == ["甲", "乙", "丙"]


def test_page_number_alone_is_furniture_on_two_pages() -> None:
    assert _body("甲\n- 1 -\n\f乙\n2") == ["甲", "乙"]


def test_number_inside_a_page_is_kept() -> None:
    assert _body("甲\n30\n乙\n1\n\f丙\n丁\n2") == ["甲", "30", "乙", "丙", "丁"]


def test_line_at_the_edge_of_two_pages_is_kept() -> None:
    assert _body("文件\n甲\n\f文件\n乙") == ["文件", "甲", "文件", "乙"]
