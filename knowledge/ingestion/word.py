"""Word documents (DOCX): paragraphs with their numbers, and tables, in the order of the page.

Changes that are tracked count as accepted. Headers, footers, footnotes and pictures are left out.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError

from knowledge.errors import UnreadableDocument
from knowledge.ingestion.extracted import Extracted
from knowledge.ingestion.grid import Grid, table_lines
from knowledge.ingestion.word_elements import PICTURE, W, attribute, parts, value
from knowledge.ingestion.word_numbering import Numbering
from knowledge.ingestion.word_text import blocks, boxes, heading_level, is_contents, printed
from knowledge.readers.markers import marker_of

_BROKEN = (OpcError, BadZipFile, KeyError, ValueError, SyntaxError, zlib.error, OSError)
_OTHERS = (
    ((W + "footnoteReference",), "处脚注"),
    ((W + "endnoteReference",), "处尾注"),
    ((PICTURE,), "张图片（图里的文字没有读入）"),
    ((W + "ins", W + "del"), "处修订（按接受修订后的文字读入）"),
)


def word_text(path: Path) -> Extracted:
    """The text of a DOCX file; UnreadableDocument where it is broken or locked by a password."""
    try:
        document = docx.Document(str(path))
        body = document.element.body
        lines = list(_WordReader(document).lines(body))
    except _BROKEN as error:
        raise UnreadableDocument(path.name, "不是完好的 DOCX 文件，或设了打开密码") from error
    counted = [(sum(1 for _ in body.iter(*tags)), name) for tags, name in _OTHERS]
    left_out = tuple(f"{number} {name}" for number, name in counted if number)
    return Extracted("\n".join(lines) + "\n", "paragraphs", left_out)


class _WordReader:
    def __init__(self, document: Document) -> None:
        self._styles = document.styles.element
        self._numbering = Numbering(_numbering_of(document), self._styles)

    def lines(self, container: Any) -> Iterator[str]:
        """The lines of a body, a cell or a text box; a table of one cell only frames its text."""
        for block in blocks(container):
            cells = parts(block, "w:tr/w:tc")
            if len(cells) == 1:
                yield from self.lines(cells[0])
            elif block.tag == W + "tbl":
                yield from table_lines(self._grid(block))
            elif not is_contents(block, self._styles):
                yield from self._paragraph(block)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        words = printed(paragraph).strip()
        first, *others = words.split("\n")
        yield self._mark(paragraph, first) + first.strip()
        yield from (line.strip() for line in others)
        for box in boxes(paragraph):
            yield from self.lines(box)

    def _mark(self, paragraph: Any, words: str) -> str:
        """The number that Word counts, or for a heading without any the hashes of Markdown."""
        # Word counts an empty paragraph of a list too.
        number = self._numbering.number_of(paragraph)
        if number or not words:
            return number if words else ""
        level = heading_level(paragraph, self._styles)
        return "#" * level + " " if level and marker_of(words) is None else ""

    def _grid(self, table: Any) -> Grid:
        return [list(self._row(row)) for row in _through_controls(table, "w:tr")]

    def _row(self, row: Any) -> Iterator[str | None]:
        """The cells of a row: None where the one above goes on, empty where the one before does."""
        before = int(value(row, "w:trPr/w:gridBefore") or 0)
        yield from [""] * before
        for cell in _through_controls(row, "w:tc"):
            merged = parts(cell, "w:tcPr/w:vMerge")
            goes_on = merged and attribute(merged[0], "val") in ("", "continue")
            yield None if goes_on else " ".join(self._words(cell))
            span = int(value(cell, "w:tcPr/w:gridSpan") or 1)
            yield from [""] * (span - 1)

    def _words(self, cell: Any) -> Iterator[str]:
        yield from (" ".join(line.split()) for line in self.lines(cell) if line.strip())


def _through_controls(element: Any, name: str) -> list[Any]:
    """The rows of a table or cells of a row, those inside content controls too."""
    held = parts(element, f"w:sdt/w:sdtContent/{name}")
    return [
        each for each in element.iter(W + name[2:]) if each in held or each.getparent() is element
    ]


def _numbering_of(document: Document) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return document.part.numbering_part.element
    return None
