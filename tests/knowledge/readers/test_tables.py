from __future__ import annotations

import pytest

from knowledge import ClauseRef, Library
from knowledge.readers import read
from knowledge.readers.tables import tidy_cells


def test_line_with_two_records_gives_a_row_for_each() -> None:
    text = "附录A 人日\n人数\t人天\t人数\t人天\n≤15\t2.5\t16-25\t3\n26-45\t4\n"
    cells = {c.ref.number: c.cells for c in read("D", text).clauses[1:]}
    assert cells == {
        "附录A 表": ("人数", "人天"),
        "附录A ≤15": ("≤15", "2.5"),
        "附录A 16-25": ("16-25", "3"),
        "附录A 26-45": ("26-45", "4"),
    }


def test_second_table_of_a_clause_has_its_own_number() -> None:
    text = "1. 人日\n甲\t乙\n1\t2\n说明如下。\n丙\t丁\n3\t4\n"
    numbers = [clause.ref.number for clause in read("D", text).clauses]
    assert numbers == ["1", "1 表", "1 1", "1 第1段", "1 表2", "1 3"]


def test_note_ends_a_table() -> None:
    text = "1. 人日\n甲\t乙\n1\t2\n注：说明。\n丙\t丁\n3\t4\n"
    numbers = [clause.ref.number for clause in read("D", text).clauses]
    assert numbers == ["1", "1 表", "1 1", "1 注", "1 表2", "1 3"]


@pytest.mark.parametrize(
    ("printed", "description", "remark"),
    [
        ("金融 例如银行 、证券 等", "金融", "例如银行、证券等"),
        ("通信 、广播电视", "通信、广播电视", ""),
        ("农 、林 、牧 、 副、 渔业", "农、林、牧、副、渔业", ""),
    ],
)
def test_flattened_row_is_split_into_description_and_remark(
    printed: str, description: str, remark: str
) -> None:
    assert tidy_cells(("01.01", "一", printed), remark=True)[2:] == (description, remark)


def test_table_that_another_page_interrupts_is_put_together(library: Library) -> None:
    group = library.clause(ClauseRef("RLAC-CSSMS", "附录A 04"))
    assert [child.number.removeprefix("附录A ") for child in group.children] == [
        f"04.{number:02}" for number in range(1, 14)
    ]
    row = library.clause(ClauseRef("RLAC-CSSMS", "附录A 04.08"))
    assert len(row.spans) == 2
    assert row.cells[3] == "例如软、硬件生产及其服务，系统集成及其服务，数字版权保护等"


def test_bands_of_both_person_day_tables_are_rows_with_two_cells(library: Library) -> None:
    for document, annex, bands in (("TB-GZ-036", "附录A", 22), ("RLAC-CSSMS", "附录B", 23)):
        table = library.clause(ClauseRef(document, f"{annex} 表"))
        rows = [library.clause(child) for child in table.children]
        assert len(rows) == bands
        assert all(len(row.cells) == len(table.cells) == 2 for row in rows)


def _cells(text: str) -> dict[str, tuple[str, ...]]:
    return {c.ref.number: c.cells for c in read("D", text).clauses if c.cells}


@pytest.mark.parametrize(
    "rows",
    [
        "| 类别 | 数量 | 学历 |\n| 专职 | 5 | |\n| 兼职 | | 本科 |\n",
        "类别\t数量\t学历\n专职\t5\n兼职\t\t本科\n",
    ],
)
def test_empty_cell_keeps_its_column(rows: str) -> None:
    assert _cells(f"1. 师资\n{rows}")["1 兼职"] == ("兼职", "", "本科")


def test_bar_in_a_cell_between_tabs_is_no_border() -> None:
    assert _cells("1. 表\n甲\t乙\na|b\tc|d\n")["1 a|b"] == ("a|b", "c|d")


def test_caption_names_its_table_and_is_part_of_it() -> None:
    text = "1. 人日\n按表1计算。\n表 1  审核人日\n人数\t人日\n1-10\t2\n"
    assert list(_cells(text)) == ["1 表1", "1 1-10"]
    table = next(c for c in read("D", text).clauses if c.ref.number == "1 表1")
    assert table.text == "表 1  审核人日\n人数 人日"


@pytest.mark.parametrize("caption", ["表1 人日", "表A.1 人日", "表 2-1"])
def test_caption_is_recognised_only_above_a_table(caption: str) -> None:
    label = caption.partition(" 人")[0].replace(" ", "")
    assert f"1 {label}" in _cells(f"1. 人日\n说明。\n{caption}\n甲\t乙\n1\t2\n")
    assert not _cells(f"1. 人日\n说明。\n{caption}\n见网站。\n")


def test_continued_table_is_one_with_the_first_part() -> None:
    text = "1. 表\n表1 人日\n甲\t乙\n1\t2\n\n续表\n甲\t乙\n3\t4\n说明。\n"
    reading = read("D", text)
    assert list(_cells(text)) == ["1 表1", "1 1", "1 3"]
    assert [text[span.start : span.end] for span in reading.furniture] == ["续表", "甲\t乙"]


def test_paragraph_after_a_table_without_rows_belongs_to_the_section() -> None:
    parents = {c.text: c.parent for c in read("D", "1. 表\n甲\t乙\n说明。\n").clauses}
    assert parents["说明。"] is not None
    assert parents["说明。"].number == "1"
