from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from knowledge.ingestion import Extracted, extract
from tests.fakes.clause_words import numbers_and_words
from tests.fakes.word_file import word_file

W = nsdecls("w")
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


@pytest.fixture
def document() -> Document:
    return docx.Document()


def _extracted(document: Document, folder: Path) -> Extracted:
    document.save(str(folder / "a.docx"))
    return extract(folder / "a.docx")


def _with(document: Document, folder: Path, *blocks: str) -> Extracted:
    for block in blocks:
        document.element.body.insert(0, parse_xml(block))
    return _extracted(document, folder)


def test_document_that_word_numbers_has_the_clauses_of_the_printed_one(
    tmp_path: Path, decimal_markdown: str, decimal_clauses: dict[str, str]
) -> None:
    made = word_file(decimal_markdown, tmp_path / "a.docx")
    assert numbers_and_words(extract(made)) == decimal_clauses


def test_paragraph_without_a_full_stop_does_not_run_into_the_next(
    document: Document, tmp_path: Path
) -> None:
    document.add_paragraph(
        "1.1 监督审核的间隔不超过十二个月，由审核部负责安排，市场部负责通知客户并收取费用"
    )
    document.add_paragraph("特殊情况由总经理批准")
    assert list(numbers_and_words(_extracted(document, tmp_path))) == ["1.1", "1.1 第2段"]


def test_heading_without_a_number_is_marked_as_one(document: Document, tmp_path: Path) -> None:
    document.add_heading("监督审核", 2)
    document.add_heading("3.1 频次", 2)
    document.add_heading("认证规则", 0)
    assert _extracted(document, tmp_path).text == "## 监督审核\n3.1 频次\n认证规则\n"


def test_merged_cells_of_a_table_are_said_in_each_row(document: Document, tmp_path: Path) -> None:
    table = document.add_table(3, 3)
    for row, words in zip(table.rows, ("级别 人数 人日", "甲级 1-10 2", "无 11-25 3"), strict=True):
        for cell, word in zip(row.cells, words.split(), strict=True):
            cell.text = word
    table.cell(2, 0).text = ""
    table.cell(1, 0).merge(table.cell(2, 0))
    assert (
        _extracted(document, tmp_path).text == "级别\t人数\t人日\n甲级\t1-10\t2\n甲级\t11-25\t3\n"
    )


def test_wide_cell_takes_the_place_of_several(document: Document, tmp_path: Path) -> None:
    table = document.add_table(2, 3)
    for row, words in zip(table.rows, ("人数 人日 备注", "1-10 2 无"), strict=True):
        for cell, word in zip(row.cells, words.split(), strict=True):
            cell.text = word
    table.cell(1, 2).text = ""
    table.cell(1, 1).merge(table.cell(1, 2))
    assert _extracted(document, tmp_path).text == "人数\t人日\t备注\n1-10\t2\t\n"


def test_paragraphs_of_a_cell_are_one_line(document: Document, tmp_path: Path) -> None:
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "监督\n审核"
    table.cell(0, 1).text = "每年\t一次"
    assert _extracted(document, tmp_path).text == "监督 审核\t每年 一次\n"


def test_table_of_one_cell_is_only_a_frame(document: Document, tmp_path: Path) -> None:
    document.add_table(1, 1).cell(0, 0).text = "第一条 目的。\n第二条 范围。"
    assert _extracted(document, tmp_path).text.split("\n")[:2] == ["第一条 目的。", "第二条 范围。"]


def test_tracked_changes_count_as_accepted(document: Document, tmp_path: Path) -> None:
    changed = (
        f"<w:p {W}><w:r><w:t>提前</w:t></w:r><w:del><w:r><w:delText>30</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>60</w:t></w:r></w:ins><w:r><w:t>日</w:t></w:r></w:p>"
    )
    found = _with(document, tmp_path, changed)
    assert found.text == "提前60日\n"
    assert found.left_out == ("2 处修订（按接受修订后的文字读入）",)


def test_content_controls_are_read_and_the_table_of_contents_is_not(
    document: Document, tmp_path: Path
) -> None:
    control = (
        f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    contents = (
        f'<w:sdt {W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert _with(document, tmp_path, control, contents).text == "正文\n"


def test_lines_in_the_style_of_a_table_of_contents_are_left_out(
    document: Document, tmp_path: Path
) -> None:
    style = f'<w:style {W} w:type="paragraph" w:styleId="a3"><w:name w:val="toc 1"/></w:style>'
    document.styles.element.append(parse_xml(style))
    entry = f'<w:p {W}><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t>1 目的</w:t></w:r></w:p>'
    assert (
        _with(document, tmp_path, f"<w:p {W}><w:r><w:t>正文</w:t></w:r></w:p>", entry).text
        == "正文\n"
    )


def test_line_breaks_part_lines_and_page_breaks_do_not(document: Document, tmp_path: Path) -> None:
    broken = (
        f'<w:p {W}><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t>'
        "<w:tab/><w:t>丁</w:t></w:r></w:p>"
    )
    assert _with(document, tmp_path, broken).text == "甲\n乙丙 丁\n"


def test_formula_is_written_in_a_line(document: Document, tmp_path: Path) -> None:
    root = "<m:rad><m:deg/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad>"
    third = (
        "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f>"
    )
    sum_ = f"<m:r><m:t>y=</m:t></m:r>{root}<m:r><m:t>+</m:t></m:r>{third}"
    formula = f"<w:p {W} {MATH}><m:oMath>{sum_}</m:oMath></w:p>"
    assert _with(document, tmp_path, formula).text == "y=√x+1/3\n"


def test_text_box_is_read_once(document: Document, tmp_path: Path) -> None:
    inner = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    box = (
        f'<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{inner}</mc:Choice>"
        f"<mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert _with(document, tmp_path, box).text == "正文\n框内\n"


def test_footnotes_are_reported(document: Document, tmp_path: Path) -> None:
    note = f'<w:p {W}><w:r><w:t>期限</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert _with(document, tmp_path, note).left_out == ("1 处脚注",)
