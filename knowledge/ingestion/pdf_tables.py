"""Ruled tables on the pages of a PDF, and those that go on over a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pdfplumber.page import Page

from knowledge.ingestion.grid import Grid
from knowledge.verbatim import join_lines

_FEWEST = 2
_SLACK = 1.0


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table and the box that it takes on its page, in points from the top left corner."""

    rows: Grid
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is in the table."""
        return self.left - _SLACK <= x <= self.right and self.top - _SLACK <= y <= self.bottom

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(map(len, self.rows), default=0)


def tables_of(page: Page) -> list[PdfTable]:
    """The tables of a page that have at least two columns and two rows; others are frames."""
    found = (PdfTable(_rows(table), *table.bbox) for table in page.find_tables())
    return [t for t in found if t.width >= _FEWEST and len(t.rows) >= _FEWEST]


def joined_over_pages(
    pages: Sequence[Sequence[str | PdfTable]],
) -> Iterator[list[str | PdfTable]]:
    """The pages, with the header of a table that goes on over a page printed only once."""
    before: PdfTable | None = None
    for page in pages:
        blocks = list(page)
        at = next((i for i, block in enumerate(blocks) if isinstance(block, PdfTable)), None)
        if before and at is not None and at <= 1:
            table = blocks[at]
            if isinstance(table, PdfTable) and table.rows[0] == before.rows[0]:
                blocks[at] = replace(table, rows=table.rows[1:])
        tables = [block for block in blocks[-_FEWEST:] if isinstance(block, PdfTable)]
        if tables:
            before = tables[-1]
        elif blocks:
            before = None
        yield blocks


def _rows(table: Any) -> list[list[str | None]]:
    """The words of the cells; None where the cell above goes on, empty beside a wide cell."""
    texts = table.extract(x_tolerance_ratio=0.25)
    rows: list[list[str | None]] = []
    for row, words in zip(table.rows, texts, strict=True):
        cells: list[str | None] = []
        for column, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
            if cell is not None:
                cells.append(join_lines((text or "").split("\n")))
            else:
                cells.append(None if _goes_on(table, row, column) else "")
        rows.append(cells)
    return rows


def _goes_on(table: Any, row: Any, column: int) -> bool:
    """Whether a cell of this column that began above reaches down into the row."""
    _, top, _, _ = row.bbox
    above = (other.cells[column] for other in table.rows if column < len(other.cells))
    return any(cell and cell[1] < top - _SLACK and cell[3] > top + _SLACK for cell in above)
