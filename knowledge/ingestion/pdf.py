"""PDF files with text: the lines of each page, and its ruled tables, a form feed between pages."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page

from knowledge.errors import UnreadableDocument
from knowledge.ingestion.extracted import Extracted
from knowledge.ingestion.grid import table_lines
from knowledge.ingestion.pdf_tables import PdfTable, tables_of
from knowledge.readers.furniture import running_lines
from knowledge.readers.lines import lines_of

# pdfminer warns of every oddity of a font; what matters it raises.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

# Wider than the gaps of justified text, narrower than the space after a clause number.
_GAP = 0.25
_FEW = 10
# What pdfminer writes for a character whose font does not say which one it is.
_CODE = re.compile(r"\(cid:\d+\)")
_TOLERATED = 0.01
_SHOWN = 8
_WIDE_SPACE = "\u3000"
_HALF = 0.5
_DEEPEST = 8


def pdf_text(path: Path) -> Extracted:
    """The text of a PDF; UnreadableDocument where it is broken, locked, or a scan without text."""
    try:
        with pdfplumber.open(path) as pdf:
            pages = [_blocks(page) for page in pdf.pages]
            empty = [page.page_number for page in pdf.pages if len(page.chars) < _FEW]
    # pdfminer raises whatever a damaged file makes it stumble over.
    except Exception as error:
        locked = any(isinstance(each, PDFPasswordIncorrect) for each in (error, *error.args))
        reason = "设了打开密码" if locked else "不是完好的 PDF 文件"
        raise UnreadableDocument(path.name, reason) from error
    if len(empty) == len(pages):
        raise UnreadableDocument(path.name, "没有文字层，可能是扫描件，请先做文字识别或找 Word 版")
    text = _text(pages)
    if _CODE.search(text) and len(_CODE.findall(text)) > _TOLERATED * len(text):
        raise UnreadableDocument(path.name, "字体里没有文字对照表，读出来是乱码，请找 Word 版")
    return Extracted(text, "generic", _pages_without_text(empty))


def _text(pages: list[list[str | PdfTable]]) -> str:
    printed = [[line for block in page for line in _lines(block)] for page in pages]
    return _without_heads("\f".join("".join(f"{line}\n" for line in page) for page in printed))


def _lines(block: str | PdfTable) -> Iterable[str]:
    return [block] if isinstance(block, str) else table_lines(block.rows)


def _blocks(page: Page) -> list[str | PdfTable]:
    """Lines and tables from top to bottom."""
    tables = tables_of(page)
    found: list[tuple[float, str | PdfTable]] = [(table.top, table) for table in tables]
    printed = page.extract_text_lines(x_tolerance_ratio=_GAP, return_chars=False)
    lines = [line for line in printed if not any(map(_holds(line), tables))]
    margin = min((line["x0"] for line in lines), default=0.0)
    found += [(line["top"], _indent(line, margin) + line["text"]) for line in lines]
    return [block for _, block in sorted(found, key=lambda each: each[0])]


def _holds(line: dict[str, Any]) -> Callable[[PdfTable], bool]:
    middle = (line["top"] + line["bottom"]) / 2
    return lambda table: table.holds(line["x0"], middle)


def _indent(line: dict[str, Any], margin: float) -> str:
    """The white space before a line, in wide spaces: it tells where a paragraph begins."""
    width = line["bottom"] - line["top"]
    return _WIDE_SPACE * min(int((line["x0"] - margin) / width + _HALF), _DEEPEST)


def _without_heads(text: str) -> str:
    """The text without page numbers, running heads and feet, and page breaks.

    They belong to the pages; a sentence that goes on over a page would have them in it.
    """
    lines = lines_of(text)
    heads = running_lines(lines)
    kept = (
        text[line.start - line.indent // 2 : line.end] for line in lines if line.start not in heads
    )
    return "\n".join(kept) + "\n"


def _pages_without_text(numbers: list[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    named = "、".join(map(str, numbers[:_SHOWN])) + ("等" if len(numbers) > _SHOWN else "")
    return (f"第 {named} 页没有文字（可能是图片）",)
