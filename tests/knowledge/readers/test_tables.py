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
