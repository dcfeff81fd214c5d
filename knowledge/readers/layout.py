"""What a reader is told about one document's typography; the numbering grammar is common to all."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.readers.markers import Style


@dataclass(frozen=True, slots=True)
class TableForm:
    """A table whose columns were lost: patterns that give them back.

    ``record`` finds one record in a line (its groups are the cells, the first one its number), and
    finds two where a line prints two records side by side. ``group`` is a line that heads the
    records after it and is followed by a line with its name. ``remark`` says that the last cell
    holds a description and a remark with only a space between them.
    """

    place: str
    header: str
    record: str
    columns: tuple[str, ...]
    group: str = ""
    remark: bool = False


@dataclass(frozen=True, slots=True)
class Detour:
    """A line at which the text goes back to a clause that another one had interrupted."""

    line: str
    back_to: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Typography of one document; the default suits a document nobody has described.

    ``chapters``: how chapters are numbered; empty means that the first chapter shows it.
    ``headings``: unnumbered headings that count as chapters (引言).
    ``fields``: lines such as 「地  址：…」 are items.
    ``blank_before_paragraph``: a line without one goes on with the item above it.
    ``wrapped``: paragraphs are broken into lines as wide as a page.
    """

    chapters: frozenset[Style] = frozenset()
    headings: tuple[str, ...] = ()
    fields: bool = False
    blank_before_paragraph: bool = False
    wrapped: bool = True
    tables: tuple[TableForm, ...] = ()
    detours: tuple[Detour, ...] = ()
