"""What a document is made of: clauses with numbers, and quotes that are word for word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class ClauseRef:
    """A document id and a clause number as staff cite it (条款号).

    Numbers have one canonical spelling: parts separated by one space, outermost first, for example
    ``5.4.5 3) ②``, ``4.1 (5)``, ``附录A 注④``, ``附录B 2451～4350``.
    """

    document: str
    number: str

    def __str__(self) -> str:
        return f"{self.document} {self.number}"


class ClauseKind(StrEnum):
    """What sort of piece a clause is."""

    FRONT = "front"  # a line of the title page
    SECTION = "section"  # a numbered chapter or clause
    ITEM = "item"  # an item of a list: (1), 1), ①, a., —
    NOTE = "note"  # 注
    PARAGRAPH = "paragraph"  # an unnumbered paragraph under a clause
    ANNEX = "annex"
    TABLE = "table"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters in the source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered piece of a document.

    ``text`` holds the clause's own words without its number and without its children's words,
    hard-wrapped lines joined. ``spans`` are its exact places in the source, number included: more
    than one where a page break or another table interrupts it. ``cells`` are the columns of a row.
    """

    ref: ClauseRef
    kind: ClauseKind
    text: str
    spans: tuple[Span, ...]
    parent: ClauseRef | None
    children: tuple[ClauseRef, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Verbatim words of one clause. Only :class:`knowledge.library.Library` makes one."""

    ref: ClauseRef
    text: str
