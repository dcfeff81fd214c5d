"""A table as rows of cells becomes lines of text with a tab between cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Grid = Sequence[Sequence[str | None]]
"""Rows of cells; None where the cell above goes on."""

# A line cannot begin with an empty cell: the reader strips white space.
_EMPTY_FIRST = "/"


def table_lines(grid: Grid) -> Iterator[str]:
    """A line for each row that says something.

    A merged cell is said again in each of its rows, so that each can be quoted alone. What takes a
    whole row at the top (a caption) or is a note is a line of its own and no row.
    """
    rows = [row for row in _filled(grid) if any(row)]
    begun = False
    for row in rows:
        words = [cell for cell in row if cell]
        alone = len(words) == 1
        if alone and (len(row) == 1 or not begun or words[0].startswith("注")):
            yield words[0]
            continue
        begun = True
        yield "\t".join((row[0] or _EMPTY_FIRST, *row[1:]))


def _filled(grid: Grid) -> Iterator[list[str]]:
    width = max(map(len, grid), default=0)
    above = [""] * width
    for row in grid:
        padded = [*row, *[""] * (width - len(row))]
        above = [over if cell is None else cell for cell, over in zip(padded, above, strict=True)]
        yield above
