"""Reads a text into clauses: lines, tree, inline enumerations, numbers."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.clause import Clause, ClauseKind, ClauseRef, Span
from knowledge.readers.enumerations import split_enumerations
from knowledge.readers.furniture import without_furniture
from knowledge.readers.layout import Layout
from knowledge.readers.lines import lines_of
from knowledge.readers.node import Node
from knowledge.readers.numbers import number
from knowledge.readers.outline import Outline
from knowledge.readers.tables import tidy_cells
from knowledge.verbatim import join_lines


@dataclass(frozen=True, slots=True)
class Reading:
    """The clauses of a document in source order, and the spans that belong to none of them."""

    clauses: tuple[Clause, ...]
    furniture: tuple[Span, ...]


def read(document: str, text: str, layout: Layout | None = None) -> Reading:
    """Read ``text`` as the document with this id; without a layout the general grammar decides."""
    layout = layout or Layout()
    lines, furniture = without_furniture(lines_of(text))
    outline = Outline(layout, lines)
    nodes = split_enumerations(outline.nodes, text)
    number(nodes)
    remarks = any(form.remark for form in layout.tables)
    clauses = tuple(_clause(document, node, remarks) for node in nodes)
    furniture += outline.furniture
    return Reading(clauses, tuple(sorted(furniture, key=lambda span: span.start)))


def _clause(document: str, node: Node, remarks: bool) -> Clause:
    cells = tidy_cells(node.cells, remarks) if node.kind is ClauseKind.ROW else node.cells
    words = " ".join(cell for cell in cells if cell)
    if node.kind is ClauseKind.TABLE and len(node.paragraphs) > 1:
        words = f"{join_lines(node.paragraphs[0])}\n{words}"
    return Clause(
        ref=ClauseRef(document, node.number),
        kind=node.kind,
        text=words or node.text,
        spans=tuple(node.spans),
        parent=ClauseRef(document, node.parent.number) if node.parent else None,
        children=tuple(ClauseRef(document, child.number) for child in node.children),
        cells=cells,
    )
