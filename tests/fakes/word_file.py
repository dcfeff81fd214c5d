"""Makes Word documents whose numbers Word counts, as offices write them, out of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

HEADINGS = "97"
LETTERS = "98"
DIGITS = "99"
HEADING = re.compile(r"(#+) (?:([\d.]+) )?(.*)")
ITEM = re.compile(r"(?:([a-z])\)|(\d+)\)) (.*)")


class WordFile:
    """A document under construction; ``numbered`` paragraphs hold no number of their own."""

    def __init__(self) -> None:
        self.document: Document = docx.Document()
        self._numbering = self.document.part.numbering_part.element
        self._lists = 100
        self.define(
            HEADINGS,
            *(("decimal", ".".join(f"%{n}" for n in range(1, at + 1))) for at in range(1, 5)),
        )
        self.define(LETTERS, ("lowerLetter", "%1)"))
        self.define(DIGITS, ("decimal", "%1)"))
        self._headings = self.begin_list(HEADINGS)

    def define(self, name: str, *levels: tuple[str, str]) -> None:
        """A way to number: for each level Word's name of the numerals, and the pattern."""
        made = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
            for at, (style, pattern) in enumerate(levels)
        )
        xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{name}">{made}</w:abstractNum>'
        self._numbering.insert(0, parse_xml(xml))

    def begin_list(self, name: str) -> str:
        """A list that counts from one, numbered in the way with this name."""
        self._lists += 1
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._lists}"><w:abstractNumId w:val="{name}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return str(self._lists)

    def numbered(
        self, words: str, in_list: str, level: int = 0, style: str | None = None
    ) -> Paragraph:
        paragraph = self.document.add_paragraph(words, style)
        place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{in_list}"/>'
        numbers = parse_xml(f"<w:numPr {nsdecls('w')}>{place}</w:numPr>")
        paragraph._p.get_or_add_pPr().append(numbers)
        return paragraph

    def heading(self, words: str, level: int) -> None:
        self.numbered(words, self._headings, level, f"Heading {level + 1}")

    def table(self, rows: Iterable[list[str]]) -> None:
        cells = list(rows)
        table = self.document.add_table(len(cells), len(cells[0]))
        for row, words in zip(table.rows, cells, strict=True):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word

    def save(self, path: Path) -> Path:
        self.document.save(str(path))
        return path


def word_file(markdown: str, path: Path) -> Path:
    """A Word document with the words of a Markdown text; Word counts chapters and items."""
    made = WordFile()
    items = ""
    lines = [line for line in markdown.splitlines() if line.strip()]
    for is_table, run in groupby(lines, key=lambda line: line.startswith("|")):
        if is_table:
            made.table(_cells(line) for line in run if not line.startswith("| ---"))
            continue
        for line in run:
            items = _paragraph(made, line, items)
    return made.save(path)


def _paragraph(made: WordFile, line: str, items: str) -> str:
    """Add a line; returns the list that it belongs to, if it is an item."""
    if (heading := HEADING.match(line)) and heading[2]:
        made.heading(heading[3], heading[2].count("."))
    elif heading:
        made.document.add_paragraph(heading[3], "Title" if heading[1] == "#" else "Heading 1")
    elif item := ITEM.match(line):
        items = items or made.begin_list(LETTERS if item[1] else DIGITS)
        made.numbered(item[3], items)
        return items
    elif line.startswith("- "):
        made.document.add_paragraph(line[2:], "List Bullet")
    else:
        made.document.add_paragraph(line)
    return ""


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]
