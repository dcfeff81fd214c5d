"""Ruled tables on the pages of a PDF."""

from __future__ import annotations

from dataclasses import dataclass
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
