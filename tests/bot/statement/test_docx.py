from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from bot.statement.docx import as_docx
from bot.statement.statement import Statement

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def package(statement: Statement) -> ZipFile:
    return ZipFile(BytesIO(as_docx(statement)))


def paragraphs(statement: Statement, style: str) -> list[str]:
    with package(statement) as file:
        root = ElementTree.fromstring(file.read("word/document.xml"))
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in root.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style  # type: ignore[union-attr]
    ]


def test_package_has_the_parts_that_word_looks_for(statement: Statement) -> None:
    with package(statement) as file:
        assert file.testzip() is None
        names = file.namelist()
        for name in names:
            ElementTree.fromstring(file.read(name))
    assert names[0] == "[Content_Types].xml"
    assert {"_rels/.rels", "word/document.xml", "word/styles.xml"} <= set(names)


def test_every_style_that_is_used_is_defined(statement: Statement) -> None:
    with package(statement) as file:
        styles = ElementTree.fromstring(file.read("word/styles.xml"))
        document = ElementTree.fromstring(file.read("word/document.xml"))
    defined = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {style.get(f"{W}val") for style in document.iter(f"{W}pStyle")}
    assert used <= defined


def test_quotes_stand_in_it_word_for_word(statement: Statement) -> None:
    assert paragraphs(statement, "Quote") == [
        line for clause in statement.clauses for line in clause.words.split("\n")
    ]


def test_facts_and_steps_stand_in_tables(statement: Statement) -> None:
    cells = paragraphs(statement, "TableText")
    for row in statement.facts:
        assert set(row) <= set(cells)
    assert f"1. {statement.steps[0][0]}" in cells


def test_markup_in_words_does_not_break_the_document(statement: Statement) -> None:
    odd = replace(statement, notes=("甲 < 乙 & 丙",))
    assert "· 甲 < 乙 & 丙" in paragraphs(odd, "Normal")


def test_same_statement_gives_the_same_bytes(statement: Statement) -> None:
    assert as_docx(statement) == as_docx(statement)
