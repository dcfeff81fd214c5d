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

_CELLS = {sign: re.compile(rf"[^{sign}]*[^\s{sign}][^{sign}]*") for sign in "\t|"}
_CAPTION = re.compile(
    r"(续\s*)?(表\s*(?:[A-Z][.．-]?)?\d{1,2}(?:[.-]\d{1,2})?)(?!\d)(?:\s|[^。；，]*$)|续\s*表"
)
_STRAY_SPACE = re.compile(r"(?<=[\u3000-\uffef])\s+|\s+(?=[\u3000-\uffef])")
_DESCRIPTION_END = re.compile(r"(?<![、 ])\s+(?!\s*、)")


class TableReader:
    """Takes the lines of tables out of the stream of an :class:`Outline`."""

    def __init__(self, forms: tuple[TableForm, ...], outline: Outline) -> None:
        self._forms = {form.place: form for form in forms}
        self._outline = outline
        self._header: Node | None = None
        self._caption: tuple[str, Line] | None = None
        self._group: Node | None = None
        self._open: dict[str, Node] = {}

    def take(self, line: Line, mark: Marker | None, following: Line | None) -> bool:
        """Whether the line belonged to a table, and has been read; ``following`` comes after it."""
        words = line.text if self._header else line.text[mark.width if mark else 0 :].strip()
        if _is_row(words):
            self._ruled(line)
            return True
        caption = _CAPTION.match(line.text)
        if caption and following and _is_row(following.text):
            self._captioned(caption, line)
            return True
        self.end()
        form = self._forms.get(self._outline.place)
        return form is not None and self._flattened(line, form)

    def end(self) -> None:
        """No row follows: the next line with cells is the header of another table."""
        self._header = None

    def _captioned(self, caption: re.Match[str], line: Line) -> None:
        """A caption begins a table, but for 续表, which goes on with the one before."""
        if caption.group(2) and not caption.group(1):
            self._caption = ("".join(caption.group(2).split()), line)
            self._header = None
        else:
            self._header = self._header or self._last_table()
            self._outline.furniture.append(Span(line.start, line.end))

    def _last_table(self) -> Node | None:
        tables = (node for node in reversed(self._outline.nodes) if node.kind is ClauseKind.TABLE)
        return next(tables, None)

    def _ruled(self, line: Line) -> None:
        """A row with a sign between its cells; the first one is the header."""
        cells = _cells_of(line.text)
        words = [cell.group().strip() for cell in cells]
        if self._header is None:
            self._header = self._table(line, _once(words))
            return
        if tuple(words) == self._header.cells:
            # The header again, on a new page or below 续表.
            self._outline.furniture.append(Span(line.start, line.end))
            return
        width = len(self._header.cells)
        aligned = _aligned(line.text)
        if len(words) < len(aligned) == width:
            self._row(line, 0, len(line.text), aligned, self._header)
            return
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
        label, above = self._caption or ("表", None)
        self._caption = None
        node = Node(ClauseKind.TABLE, self._outline.current_section(), label, cells=columns)
        if above is None:
            return self._outline.begin(node, line, line.text)
        self._outline.begin(node, above, above.text)
        self._outline.go_on(node, line, line.text, new_paragraph=True)
        return node

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
        label = "".join(next(filter(None, cells)).split())
        node = Node(ClauseKind.ROW, self._parent(label, table), label, cells=cells)
        self._outline.begin(node, part, part.text)

    def _parent(self, label: str, table: Node) -> Node:
        """The row that a subdivision (04.04/1) divides, the group above a row, or the table."""
        group = self._group if self._group in table.children else None
        within = (group or table).children
        divided = label.partition("/")[0]
        return next((row for row in within if label != divided == row.label), group or table)


def _is_row(words: str) -> bool:
    return "\t" in words or words.count("|") > 1


def _cells_of(row: str) -> list[re.Match[str]]:
    """The cells of a row that say something; a bar between tabs is a sign like any other."""
    return list(_CELLS["\t" if "\t" in row else "|"].finditer(row))


def _aligned(row: str) -> tuple[str, ...]:
    """All cells of a row, the empty ones too."""
    sign = "\t" if "\t" in row else "|"
    bare = row.removeprefix("|").removesuffix("|") if sign == "|" else row
    return tuple(cell.strip() for cell in bare.split(sign))


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
