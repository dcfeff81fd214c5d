"""Builds the tree of a document from its lines: what a line begins, or what it goes on with."""

from __future__ import annotations

import re

from knowledge.clause import ClauseKind, Span
from knowledge.readers.layout import Layout
from knowledge.readers.lines import Line, Wrapping, is_heading
from knowledge.readers.markers import HALF_WIDTH, WEAK, Marker, Style, marker_of
from knowledge.readers.node import Node
from knowledge.readers.tables import TableReader

_ONE_PART = frozenset({Style.DOT, Style.COMMA, Style.BARE, Style.HAN})
_ARTICLES = frozenset({Style.ARTICLE, Style.CLOSE_ARTICLE})
_HEADINGS = _ARTICLES | {
    Style.BOOK,
    Style.CHAPTER,
    Style.PART,
    Style.ANNEX,
    Style.DECIMAL,
    Style.TITLE,
}
# Chapters of these styles hold the sections 3.1, 3.2, … of their place: 三、 and 第三章.
_COUNTED_CHAPTERS = frozenset({Style.CHAPTER, Style.HAN})
_INLINE = frozenset({Style.CIRCLED, Style.PAREN, Style.HALF})
_UNCOUNTED = frozenset({Style.BULLET, Style.REFERENCE, Style.FIELD})
_DOCUMENT_TITLE = re.compile(r"(?:规则|规范|程序|指南|办法|制度|规定|细则|准则)$")
_COVER_FIELD = re.compile(r"([^：（(]{2,8})：")


class Outline:
    """Reads lines one after the other; ``nodes`` are the parts found, in source order."""

    def __init__(self, layout: Layout, lines: list[Line]) -> None:
        self.nodes: list[Node] = []
        self.furniture: list[Span] = []
        self.current: Node | None = None
        self._layout = layout
        self._lines = lines
        self._wrapping = Wrapping(lines, layout.wrapped)
        self._marks = [self._mark_of(line.text) for line in lines]
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
        interrupted = self._last is not node or line.after_furniture
        node.add_line(line, words, new_paragraph, interrupted)
        self._last = self.current = node

    def _mark_of(self, text: str) -> Marker | None:
        if text in self._layout.headings:
            return Marker(Style.TITLE, 0, text, 0)
        return marker_of(text, self._layout.fields)

    def _read(self, at: int) -> None:
        line = self._lines[at]
        self._follow_detour(line)
        mark = self._mark(at)
        if mark and mark.style is Style.NOTE and self.current:
            self._tables.end()
            self._note(mark, at)
        elif self._tables.take(line, mark, self._after(at)) or (
            mark and self._numbered(mark, line)
        ):
            return
        elif self._on_cover(line):
            self._cover(line)
        else:
            self._words(at)

    def _after(self, at: int) -> Line | None:
        return self._lines[at + 1] if at + 1 < len(self._lines) else None

    def _numbered(self, mark: Marker, line: Line) -> bool:
        if mark.style in _HEADINGS:
            return self._heading(mark, line)
        if mark.style in _ONE_PART and self._opens_chapter(mark, line):
            self._section(mark, line, self._annex)
            return True
        return self._item(mark, line)

    def _mark(self, at: int) -> Marker | None:
        """The mark of a line, unless it only looks like one in the middle of a sentence."""
        mark = self._marks[at]
        if mark is None or at == 0 or mark.style not in WEAK:
            return mark
        doubtful = self._wrapping.cut(self._lines[at - 1]) and self._before(mark) is None
        return None if doubtful else mark

    def _follow_detour(self, line: Line) -> None:
        for detour in self._layout.detours:
            if line.text == detour.line:
                self.current = next(n for n in self.nodes if detour.back_to == _in_annex(n))
                path = self.current.line_of_descent()
                self._annex = next(n for n in path if n.kind is ClauseKind.ANNEX)

    # Sections

    def _opens_chapter(self, mark: Marker, line: Line) -> bool:
        if self._before(mark) or not is_heading(line.text[mark.width :].strip()):
            return False
        if self._chapter_styles and mark.style not in self._chapter_styles:
            return False
        last = self._chapter.ordinal if self._chapter else 0
        # A chapter number may be left out by mistake; a smaller one begins a list.
        if mark.ordinal != last + 1 and not (last and mark.ordinal == last + 2):
            return False
        self._chapter_styles = self._chapter_styles or frozenset({mark.style})
        return True

    def _heading(self, mark: Marker, line: Line) -> bool:
        if mark.style is Style.DECIMAL:
            return self._decimal(mark, line)
        if mark.style is Style.TITLE and mark.width and not self.nodes:
            return False
        if mark.style is Style.CLOSE_ARTICLE and not self._follows(mark):
            return False
        self._section(mark, line, self._above(mark))
        return True

    def _follows(self, mark: Marker) -> bool:
        """Whether the article is the next one, so that it is no mention of another."""
        last = max((node.ordinal for node in self.nodes if node.style in _ARTICLES), default=0)
        return mark.ordinal == last + 1

    def _above(self, mark: Marker) -> Node | None:
        """The part that a book, chapter, part, article, annex or title stands under."""
        path = list(self._chapter.line_of_descent()) if self._chapter else []
        if mark.style in _ARTICLES:
            return self._chapter
        if mark.style is Style.PART:
            return next((node for node in path if node.style is Style.CHAPTER), None)
        if mark.style is Style.CHAPTER:
            return next((node for node in path if node.style is Style.BOOK), None)
        return None

    def _decimal(self, mark: Marker, line: Line) -> bool:
        """A section whose number names its parents: 5.4.5 stands under 5.4."""
        prefix, _, last = mark.label.rpartition(".")
        while prefix and prefix not in self._sections:
            prefix = prefix.rpartition(".")[0]
        parent = self._sections.get(prefix, self._annex)
        if parent and parent.label == mark.label.rpartition(".")[0]:
            before = [n.ordinal for n in parent.children if n.style is Style.DECIMAL]
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
        if mark.style in _ONE_PART or mark.style in (Style.BOOK, Style.CHAPTER, Style.PART):
            self._chapter = node
        counted = mark.style in _COUNTED_CHAPTERS
        self._sections[str(mark.ordinal) if counted else label] = node
        words = label if mark.style is Style.TITLE else line.text[mark.width :].strip()
        self.begin(node, line, words)

    # Lists

    def _before(self, mark: Marker, gap: int = 1) -> Node | None:
        """The open item that ``mark`` follows in its list, at most ``gap`` numbers before it."""
        for node in self.current.line_of_descent() if self.current else ():
            if node.style is not mark.style or node.is_section:
                continue
            if mark.style in _UNCOUNTED or 0 < mark.ordinal - node.ordinal <= gap:
                return node
        return None

    def _item(self, mark: Marker, line: Line) -> bool:
        before = self._before(mark)
        ordinal = mark.ordinal
        if mark.style in _UNCOUNTED:
            ordinal = before.ordinal + 1 if before else 1
        elif before is None and ordinal != 1:
            before = None if mark.style in WEAK else self._before(mark, gap=ordinal)
            if before is None:
                return False
        parent = before.parent if before else self._list_holder()
        kind = ClauseKind.NOTE if parent and parent.is_bare_note else ClauseKind.ITEM
        node = Node(kind, parent, mark.label or f"第{ordinal}项", mark.style, ordinal)
        self.begin(node, line, line.text[mark.width :].strip())
        return True

    def _list_holder(self) -> Node | None:
        on_cover = self.current and self.current.kind is ClauseKind.FRONT
        return None if on_cover else self.current

    # Words without a number

    def _on_cover(self, line: Line) -> bool:
        if self.current is not None and self.current.kind is not ClauseKind.FRONT:
            return False
        return is_heading(line.text)

    def _cover(self, line: Line) -> None:
        cover = self.nodes[0] if self.nodes else None
        field = _COVER_FIELD.match(line.text)
        title = _DOCUMENT_TITLE.search(line.text)
        words = line.text.lstrip("# ")
        label = field.group(1) if field else "标题" if title else f"第{len(self.nodes) + 1}行"
        self.begin(Node(ClauseKind.FRONT, cover, label if cover else "封面"), line, words)

    def _note(self, mark: Marker, at: int) -> None:
        line = self._lines[at]
        node = Node(ClauseKind.NOTE, self._holder(at), mark.label, Style.NOTE, mark.ordinal)
        self.begin(node, line, line.text[mark.width :].strip())

    def _words(self, at: int) -> None:
        line, current = self._lines[at], self.current
        if current is None or current.kind is ClauseKind.FRONT:
            self.begin(Node(ClauseKind.PARAGRAPH, None, ""), line, line.text)
        elif not current.paragraphs or (current.is_section and current.heading_only):
            self.go_on(current, line, line.text, new_paragraph=True)
        elif self._wrapping.goes_on(self._lines[at - 1], line) or self._counts_on(at):
            self.go_on(current, line, line.text, new_paragraph=False)
        elif current.kind is ClauseKind.ITEM and self._belongs_to_item(current, line):
            self.go_on(current, line, line.text, new_paragraph=True)
        else:
            self.begin(Node(ClauseKind.PARAGRAPH, self._holder(at), ""), line, line.text)

    def _counts_on(self, at: int) -> bool:
        """Whether a wrapped line begins with ③ and the words before it name ② in the sentence."""
        mark, current = self._marks[at], self.current
        if mark is None or current is None or mark.style not in _INLINE or mark.ordinal == 1:
            return False
        before = mark.label.replace(str(mark.ordinal), str(mark.ordinal - 1))
        if mark.style is Style.CIRCLED:
            before = chr(ord(mark.label) - 1)
        return before in current.text.translate(HALF_WIDTH)

    def _belongs_to_item(self, item: Node, line: Line) -> bool:
        if item.style in _UNCOUNTED:
            return False
        set_off = line.after_blank or not self._layout.blank_before_paragraph
        return item.heading_only or not set_off

    def _holder(self, at: int) -> Node | None:
        """The node that a note, or a paragraph after a list, belongs to."""
        current = self.current
        if current and current.kind in (ClauseKind.ROW, ClauseKind.TABLE):
            return self.current_section()
        if current and current.style and not current.is_section:
            current = self._resumed_later(at) or current.parent
        while current and current.kind is ClauseKind.PARAGRAPH:
            current = current.parent
        return current

    def _resumed_later(self, at: int) -> Node | None:
        """The open item whose list goes on after the line ``at``, before the next heading."""
        for mark in self._marks[at + 1 :]:
            if mark is None or mark.style is Style.NOTE:
                continue
            if mark.style in _HEADINGS:
                return None
            if before := self._before(mark):
                return before
        return None


def _in_annex(node: Node) -> str:
    """The number of a node in an annex, as a detour names it."""
    annex = next((n for n in node.line_of_descent() if n.kind is ClauseKind.ANNEX), node)
    return node.label if annex is node else f"{annex.label} {node.label}"
