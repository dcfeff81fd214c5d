"""A part of a document while it is being read; becomes a Clause when the whole tree is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.clause import ClauseKind, Span
from knowledge.readers.lines import Line, is_heading
from knowledge.readers.markers import Style
from knowledge.verbatim import join_lines


@dataclass(eq=False)
class Node:
    """A numbered or unnumbered part: its label, its own words, its place in the tree."""

    kind: ClauseKind
    parent: Node | None
    label: str
    style: Style | None = None
    ordinal: int = 0
    children: list[Node] = field(default_factory=list)
    paragraphs: list[list[str]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    cells: tuple[str, ...] = ()
    number: str = ""

    def add_line(self, line: Line, words: str, new_paragraph: bool, interrupted: bool) -> None:
        """Take in a line; ``words`` are what it says after its mark."""
        if interrupted or not self.spans:
            self.spans.append(Span(line.start, line.end))
        else:
            self.spans[-1] = Span(self.spans[-1].start, line.end)
        if not words:
            return
        if new_paragraph or not self.paragraphs:
            self.paragraphs.append([words])
        else:
            self.paragraphs[-1].append(words)

    @property
    def text(self) -> str:
        """The node's own words, a line for each paragraph."""
        return "\n".join(join_lines(lines) for lines in self.paragraphs)

    @property
    def heading_only(self) -> bool:
        """Whether there is a heading and nothing else yet."""
        return len(self.paragraphs) == 1 and is_heading(self.text)

    @property
    def statements(self) -> int:
        """How many paragraphs it has of its own, the heading not counted."""
        headed = bool(self.paragraphs) and is_heading(join_lines(self.paragraphs[0]))
        return len(self.paragraphs) - (1 if headed and self.is_section else 0)

    @property
    def is_section(self) -> bool:
        """Whether it is a chapter, a numbered clause or an annex."""
        return self.kind in (ClauseKind.SECTION, ClauseKind.ANNEX)

    @property
    def is_bare_note(self) -> bool:
        """Whether it is the word 注 alone, with the notes numbered below it."""
        return self.kind is ClauseKind.NOTE and not self.paragraphs

    def line_of_descent(self) -> Iterator[Node]:
        """The node, its parent, and so on."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent
