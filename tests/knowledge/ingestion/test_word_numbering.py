from __future__ import annotations

from pathlib import Path

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from knowledge.ingestion import extract
from tests.fakes.word_file import WordFile


def _lines(made: WordFile, folder: Path) -> list[str]:
    return extract(made.save(folder / "a.docx")).text.splitlines()


def test_chapters_and_articles_are_counted_in_chinese(tmp_path: Path) -> None:
    made = WordFile()
    made.define("50", ("chineseCounting", "第%1章"))
    made.define("51", ("chineseCounting", "第%1条"))
    chapters, articles = made.begin_list("50"), made.begin_list("51")
    for chapter in ("总则", "审核"):
        made.numbered(chapter, chapters)
        made.numbered("审核每年一次。", articles)
    assert _lines(made, tmp_path) == [
        "第一章 总则",
        "第一条 审核每年一次。",
        "第二章 审核",
        "第二条 审核每年一次。",
    ]


def test_deeper_level_begins_anew_under_the_next_heading(tmp_path: Path) -> None:
    made = WordFile()
    for words, level in (("总则", 0), ("目的", 1), ("范围", 1), ("审核", 0), ("监督", 1)):
        made.heading(words, level)
    assert _lines(made, tmp_path) == ["1 总则", "1.1 目的", "1.2 范围", "2 审核", "2.1 监督"]


def test_level_that_was_skipped_counts_as_its_first(tmp_path: Path) -> None:
    made = WordFile()
    made.heading("总则", 0)
    made.heading("说明", 2)
    assert _lines(made, tmp_path) == ["1 总则", "1.1.1 说明"]


def test_each_list_counts_from_one(tmp_path: Path) -> None:
    made = WordFile()
    for items in ("甲乙", "丙"):
        letters = made.begin_list("98")
        made.document.add_paragraph("包括：")
        for item in items:
            made.numbered(item, letters)
    assert _lines(made, tmp_path) == ["包括：", "a)甲", "b)乙", "包括：", "a)丙"]


def test_chapter_number_is_decimal_within_a_level_that_says_so(tmp_path: Path) -> None:
    made = WordFile()
    made.define("50", ("chineseCounting", "第%1章"), ("decimal", "%1.%2"))
    level = made.document.part.numbering_part.element.xpath(
        "./w:abstractNum[@w:abstractNumId='50']/w:lvl[@w:ilvl='1']"
    )[0]
    level.append(parse_xml(f"<w:isLgl {nsdecls('w')}/>"))
    both = made.begin_list("50")
    made.numbered("总则", both)
    made.numbered("目的", both, level=1)
    assert _lines(made, tmp_path) == ["第一章 总则", "1.1 目的"]


def test_style_brings_its_number_along(tmp_path: Path) -> None:
    made = WordFile()
    style = made.document.styles["Heading 1"].element
    place = f'<w:numPr {nsdecls("w")}><w:numId w:val="{made.begin_list("97")}"/></w:numPr>'
    style.get_or_add_pPr().append(parse_xml(place))
    for words in ("总则", "审核"):
        made.document.add_paragraph(words, "Heading 1")
    assert _lines(made, tmp_path) == ["1 总则", "2 审核"]


def test_bullets_have_a_sign_and_no_number(tmp_path: Path) -> None:
    made = WordFile()
    made.document.add_paragraph("合同", "List Bullet")
    assert _lines(made, tmp_path) == ["• 合同"]


def test_empty_numbered_paragraph_is_counted_and_not_printed(tmp_path: Path) -> None:
    made = WordFile()
    for words in ("总则", "", "审核"):
        made.heading(words, 0)
    assert _lines(made, tmp_path) == ["1 总则", "", "3 审核"]
