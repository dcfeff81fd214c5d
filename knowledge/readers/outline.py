"""Builds the tree of a document from its lines: what a line begins, or what it goes on with."""

from __future__ import annotations

import re

from knowledge.clause import ClauseKind, Span
from knowledge.readers.layout import Layout
from knowledge.readers.lines import Line, Wrapping, is_heading
from knowledge.readers.markers import WEAK, Marker, Style, marker_of
from knowledge.readers.node import Node
from knowledge.readers.tables import TableReader

_ONE_PART = frozenset({Style.DOT, Style.COMMA, Style.BARE, Style.HAN})
_HEADINGS = frozenset({Style.CHAPTER, Style.PART, Style.ARTICLE, Style.ANNEX, Style.DECIMAL})
_UNCOUNTED = frozenset({Style.BULLET, Style.REFERENCE, Style.FIELD})
_TITLE = re.compile(r"(?:规则|规范|程序|指南|办法|制度|规定|细则|准则)$")
_FIELD = re.compile(r"([^：（(]{2,8})：")


class Outline:
    """Reads lines one after the other; ``nodes`` are the parts found, in the order of the source."""

    def __init__(self, layout: Layout, lines: list[Line]) -> None:
        self.nodes: list[Node] = []
        self.furniture: list[Span] = []
        self.current: Node | None = None
        self._layout = layout
        self._lines = lines
        self._wrapping = Wrapping(lines)
        self._marks = [marker_of(line.text, layout.fields) for line in lines]
        self._sections: dict[str, Node] = {}
        self._annex: Node | None = None
        self._chapter: Node | None = None
        self._chapter_styles = layout.chapters
        self._last: Node | None = None
        self._tables = TableReader(layout.tables, self)
        for at in range(len(lines)):
            self._read(at)

    @property
    def place(self) -> str:
        """The annex that is being read, or an empty string."""
        return self._annex.label if self._annex else ""

    def current_section(self) -> Node | None:
        """The section or annex that is being read."""
        path = self.current.line_of_descent() if self.current else ()
        return next((node for node in path if node.is_section), None)

    def begin(self, node: Node, line: Line, words: str) -> Node:
        """Hang a new node into the tree; its first line is ``line``."""
        self.nodes.append(node)
        if node.parent:
            node.parent.children.append(node)
        self.go_on(node, line, words, new_paragraph=True)
        return node

    def go_on(self, node: Node, line: Line, words: str, new_paragraph: bool) -> None:
        """Give a further line to a node; a line of another node in between splits its span."""
        interrupted = self._last is not node
        node.add_line(line, words, new_paragraph, interrupted)
        self._last = self.current = node

    def _read(self, at: int) -> None:
        line = self._lines[at]
        self._follow_detour(line)
        mark = self._mark(at)
        if mark is None and line.text in self._layout.headings:
            self._section(Marker(Style.CHAPTER, 0, line.text, 0), line, self._chapter_parent())
        elif mark and mark.style is Style.NOTE and self.current:
            self._note(mark, at)
        elif self._tables.take(line) or (mark and mark.style in _HEADINGS and self._heading(mark, line)):
            return
        elif mark and mark.style in _ONE_PART and self._opens_chapter(mark, line):
            self._section(mark, line, self._chapter_parent())
        elif self.current is None or self.current.kind is ClauseKind.FRONT:
            self._front(line)
        elif mark and self._item(mark, line):
            return
        else:
            self._words(at)

    def _follow_detour(self, line: Line) -> None:
        for detour in self._layout.detours:
            if line.text != detour.line:
                continue
            for node in self.nodes:
                if detour.back_to in (node.label, _path(node)):
                    self.current = node
                    self._annex = next(
                        n for n in node.line_of_descent() if n.kind is ClauseKind.ANNEX
                    )

    def _mark(self, at: int) -> Marker | None:
        mark = self._marks[at]
        if mark and at and self._wrapping.hard and self._wrapping.cut(self._lines[at - 1]):
            expected = self._sibling(mark) is not None
            return None if mark.style in WEAK and not expected else mark
        return mark

    # Sections

    def _chapter_parent(self) -> Node | None:
        return self._annex

    def _opens_chapter(self, mark: Marker, line: Line) -> bool:
        if self._sibling(mark) or not is_heading(line.text[mark.width :].strip()):
            return False
        if self._chapter_styles and mark.style not in self._chapter_styles:
            return False
        last = self._chapter.ordinal if self._chapter else 0
        if mark.ordinal != last + 1:
            return False
        self._chapter_styles = self._chapter_styles or frozenset({mark.style})
        return True

    def _heading(self, mark: Marker, line: Line) -> bool:
        if mark.style is not Style.DECIMAL:
            parent = None if mark.style in (Style.ANNEX, Style.CHAPTER) else self._chapter
            self._section(mark, line, parent)
            return True
        prefix, _, last = mark.label.rpartition(".")
        parent = self._sections.get(prefix)
        if parent is None:
            return False
        before = [child.ordinal for child in parent.children if child.style is Style.DECIMAL]
        if before and int(last) < before[-1]:
            return False
        self._section(mark, line, parent)
        return True

    def _section(self, mark: Marker, line: Line, parent: Node | None) -> None:
        annex = mark.style is Style.ANNEX
        label = mark.label.rstrip(".")
        kind = ClauseKind.ANNEX if annex else ClauseKind.SECTION
        node = Node(kind, parent, label, mark.style, mark.ordinal)
        if annex:
            self._annex, self._chapter, self._sections = node, None, {}
        if mark.style in _ONE_PART | {Style.CHAPTER} or mark.style is Style.PART:
            self._chapter = node
        self._sections[str(mark.ordinal) if mark.style is Style.CHAPTER else label] = node
        self.begin(node, line, line.text[mark.width :].strip())

    # Lists

    def _sibling(self, mark: Marker) -> Node | None:
        """The open item that ``mark`` follows in its list."""
        for node in self.current.line_of_descent() if self.current else ():
            if node.style is mark.style and not node.is_section:
                if mark.style in _UNCOUNTED or node.ordinal == mark.ordinal - 1:
                    return node
        return None

    def _item(self, mark: Marker, line: Line) -> bool:
        sibling = self._sibling(mark)
        ordinal = mark.ordinal
        if mark.style in _UNCOUNTED:
            ordinal = sibling.ordinal + 1 if sibling else 1
        elif sibling is None and ordinal != 1:
            sibling = self._after_gap(mark)
            if sibling is None:
                return False
        parent = sibling.parent if sibling else self.current
        label = mark.label or f"第{ordinal}项"
        under_note = parent is not None and parent.is_bare_note
        kind = ClauseKind.NOTE if under_note else ClauseKind.ITEM
        node = Node(kind, parent, label, mark.style, ordinal)
        self.begin(node, line, line.text[mark.width :].strip())
        return True

    def _after_gap(self, mark: Marker) -> Node | None:
        """The open item of the same list where numbers are missing in between."""
        if mark.style in WEAK or self.current is None:
            return None
        for node in self.current.line_of_descent():
            if node.style is mark.style and node.ordinal < mark.ordinal:
                return node
        return None

    # Words without a number

    def _front(self, line: Line) -> None:
        cover = self.nodes[0] if self.nodes else None
        field = _FIELD.match(line.text)
        title = _TITLE.search(line.text)
        label = field.group(1) if field else "标题" if title else f"第{len(self.nodes) + 1}行"
        self.begin(Node(ClauseKind.FRONT, cover, label if cover else "封面"), line, line.text)

    def _note(self, mark: Marker, at: int) -> None:
        line = self._lines[at]
        node = Node(ClauseKind.NOTE, self._holder(at), mark.label, Style.NOTE, mark.ordinal)
        self.begin(node, line, line.text[mark.width :].strip())

    def _words(self, at: int) -> None:
        line, before, current = self._lines[at], self._lines[at - 1], self.current
        assert current is not None
        headed = current.is_section and current.heading_only
        if headed or not current.paragraphs:
            self.go_on(current, line, line.text, new_paragraph=True)
        elif self._wrapping.goes_on(before, line):
            self.go_on(current, line, line.text, new_paragraph=False)
        elif current.kind is ClauseKind.ITEM and self._belongs_to_item(current, line):
            self.go_on(current, line, line.text, new_paragraph=True)
        else:
            self.begin(Node(ClauseKind.PARAGRAPH, self._holder(at), ""), line, line.text)

    def _belongs_to_item(self, item: Node, line: Line) -> bool:
        set_off = line.after_blank or not self._layout.blank_before_paragraph
        return item.text.endswith("：") or not set_off

    def _holder(self, at: int) -> Node | None:
        """The node that a note or paragraph after a list belongs to."""
        current = self.current
        if current and current.kind is ClauseKind.ROW:
            return self.current_section()
        if current and current.style and not current.is_section:
            resumed = self._resumed_later(at)
            current = resumed or current.parent
        while current and current.kind is ClauseKind.PARAGRAPH:
            current = current.parent
        return current

    def _resumed_later(self, at: int) -> Node | None:
        """The open item whose list goes on after the line ``at``, before the next heading."""
        for mark in self._marks[at + 1 :]:
            if mark is None:
                continue
            if mark.style in _HEADINGS:
                return None
            if mark.style is not Style.NOTE and (sibling := self._sibling(mark)):
                return sibling
        return None


def _path(node: Node) -> str:
    """Annex and label of a row, as a detour names it."""
    annex = next((n for n in node.line_of_descent() if n.kind is ClauseKind.ANNEX), None)
    return f"{annex.label} {node.label}" if annex else node.label
