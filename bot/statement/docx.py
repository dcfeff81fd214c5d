"""A statement as a Word document: the few parts of Office Open XML that it needs, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.statement import phrases
from bot.statement.statement import Row, Statement

_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_relations.xml",
    "word/_rels/document.xml.rels": "document_relations.xml",
    "word/styles.xml": "styles.xml",
}
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# A4 with margins of 2 cm, in twentieths of a point.
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"'
    ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_TEXT_WIDTH = 9638
_FACT_WIDTHS = (2400, _TEXT_WIDTH - 2400)
_STEP_WIDTHS = (_TEXT_WIDTH - 3800, 2000, 1800)
# The same statement gives the same bytes.
_WRITTEN = (1980, 1, 1, 0, 0, 0)


def as_docx(statement: Statement) -> bytes:
    """The whole statement as the bytes of a ``.docx`` file."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, resource in _PARTS.items():
            part = files("bot.statement").joinpath("ooxml", resource)
            _add(package, name, part.read_text("utf-8"))
        _add(package, "word/document.xml", _document(statement))
    return stream.getvalue()


def _add(package: ZipFile, name: str, content: str) -> None:
    entry = ZipInfo(name, _WRITTEN)
    entry.compress_type = ZIP_DEFLATED
    package.writestr(entry, content)


def _document(statement: Statement) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:document xmlns:w="{_NAMESPACE}"><w:body>{"".join(_body(statement))}{_PAGE}</w:body>'
        "</w:document>"
    )


def _body(statement: Statement) -> Iterator[str]:
    yield _paragraph(phrases.TITLE, "Title")
    yield _paragraph(statement.result, "Result")
    yield _paragraph(phrases.FACTS, "Heading1")
    yield _table(phrases.FACT_COLUMNS, statement.facts, _FACT_WIDTHS)
    yield _paragraph(phrases.STEPS, "Heading1")
    numbered = [(f"{n}. {row[0]}", *row[1:]) for n, row in enumerate(statement.steps, start=1)]
    yield _table(phrases.STEP_COLUMNS, numbered, _STEP_WIDTHS)
    yield _paragraph(phrases.CLAUSES, "Heading1")
    for clause in statement.clauses:
        yield from (_paragraph(line, "Quote") for line in clause.words.split("\n"))
        yield _paragraph(clause.source, "Source")
    if statement.readings:
        yield _paragraph(phrases.READINGS, "Heading1")
        yield _table(phrases.READING_COLUMNS, statement.readings, _STEP_WIDTHS)
    if statement.notes:
        yield _paragraph(phrases.NOTES, "Heading1")
        yield from (_paragraph(f"· {note}", "Normal") for note in statement.notes)
    yield _paragraph(phrases.SIGNATURES, "Signatures")
    yield _paragraph(phrases.FOOTER, "Source")


def _paragraph(text: str, style: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _table(columns: Sequence[str], rows: Sequence[Row], widths: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(columns, widths, "TableHead", "<w:trPr><w:tblHeader/></w:trPr>")
    body = "".join(_row(row, widths, "TableText", "") for row in rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>'
        f'<w:tblW w:w="{_TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _row(cells: Sequence[str], widths: Sequence[int], style: str, properties: str) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(cell, style)}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{written}</w:tr>"
