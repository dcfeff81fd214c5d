"""Tables: cells between tabs or bars, and tables whose columns were flattened into lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.clause import ClauseKind, Span
from knowledge.readers.layout import TableForm
from knowledge.readers.lines import Line
from knowledge.readers.markers import Marker
from knowledge.readers.node import Node

if TYPE_CHECKING:
    from knowledge.readers.outline import Outline

_CELL = re.compile(r"[^\t|]*[^\s|][^\t|]*")
_STRAY_SPACE = re.compile(r"(?<=[\u3000-\uffef])\s+|\s+(?=[\u3000-\uffef])")
_DESCRIPTION_END = re.compile(r"(?<![、 ])\s+(?!\s*、)")


class TableReader:
    """Takes the lines of tables out of the stream of an :class:`Outline`."""

    def __init__(self, forms: tuple[TableForm, ...], outline: Outline) -> None:
        self._forms = {form.place: form for form in forms}
        self._outline = outline
        self._header: Node | None = None
        self._group: Node | None = None
        self._open: dict[str, Node] = {}

    def take(self, line: Line, mark: Marker | None) -> bool:
        """Whether the line belonged to a table, and has been read."""
        words = line.text if self._header else line.text[mark.width if mark else 0 :].strip()
        if "\t" in words or words.count("|") > 1:
            self._tabbed(line)
            return True
        self.end()
        form = self._forms.get(self._outline.place)
        return form is not None and self._flattened(line, form)

    def end(self) -> None:
        """No row follows: the next line with tabs is the header of another table."""
        self._header = None

    def _tabbed(self, line: Line) -> None:
        cells = list(_CELL.finditer(line.text))
        words = [cell.group().strip() for cell in cells]
        if self._header is None:
            self._header = self._table(line, _once(words))
            return
        width = len(self._header.cells)
        for at in range(0, len(cells), width):
            start, end = cells[at].start(), cells[min(at + width, len(cells)) - 1].end()
            if "|" in line.text:
                start, end = 0, len(line.text)
            self._row(line, start, end, tuple(words[at : at + width]), self._header)

    def _flattened(self, line: Line, form: TableForm) -> bool:
        table = self._open.get(form.place)
        records = list(re.finditer(form.record, line.text))
        if re.fullmatch(form.header, line.text):
            self._header_line(line, form, table)
        elif table is None:
            return False
        elif records and records[0].start() == 0:
            for record in records:
                self._row(line, record.start(), record.end(), _cells(record), table)
        elif form.group and re.fullmatch(form.group, line.text):
            self._group_line(line, table)
        else:
            return self._rest_of_row(line, form)
        return True

    def _table(self, line: Line, columns: tuple[str, ...]) -> Node:
        node = Node(ClauseKind.TABLE, self._outline.current_section(), "表", cells=columns)
        return self._outline.begin(node, line, line.text)

    def _header_line(self, line: Line, form: TableForm, table: Node | None) -> None:
        if table is None:
            self._open[form.place] = self._table(line, form.columns)
        else:
            self._outline.go_on(table, line, line.text, new_paragraph=False)

    def _group_line(self, line: Line, table: Node) -> None:
        if self._group and self._group.label == line.text:
            # A new page prints the group's number again.
            self._outline.furniture.append(Span(line.start, line.end))
            return
        self._group = Node(ClauseKind.ROW, table, line.text, cells=(line.text,))
        self._outline.begin(self._group, line, "")

    def _rest_of_row(self, line: Line, form: TableForm) -> bool:
        row = self._outline.current
        if row is None or row.kind is not ClauseKind.ROW:
            return False
        self._outline.go_on(row, line, line.text, new_paragraph=False)
        *kept, last = row.cells
        row.cells = (*kept, f"{last} {line.text}") if kept else (last, line.text)
        return True

    def _row(self, line: Line, start: int, end: int, cells: tuple[str, ...], table: Node) -> None:
        part = Line(line.start + start, line.start + end, line.text[start:end], line.after_blank)
        label = "".join(cells[0].split())
        node = Node(ClauseKind.ROW, self._parent(label, table), label, cells=cells)
        self._outline.begin(node, part, part.text)

    def _parent(self, label: str, table: Node) -> Node:
        """The row that a subdivision (04.04/1) divides, the group above a row, or the table."""
        group = self._group if self._group in table.children else None
        within = (group or table).children
        divided = label.partition("/")[0]
        return next((row for row in within if label != divided == row.label), group or table)


def _once(columns: list[str]) -> tuple[str, ...]:
    """The columns of one record where the header repeats them for records side by side."""
    half = len(columns) // 2
    return tuple(columns[:half] if columns[:half] == columns[half:] else columns)


def _cells(record: re.Match[str]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in record.groups() if cell)


def tidy_cells(cells: tuple[str, ...], remark: bool) -> tuple[str, ...]:
    """Cells without stray spaces; ``remark`` splits a description from the remark after it."""
    *kept, last = cells
    if remark and len(kept) > 1:
        cells = (*kept, *_DESCRIPTION_END.sub("\t", last, count=1).partition("\t")[::2])
    return tuple(_STRAY_SPACE.sub("", cell) for cell in cells)
