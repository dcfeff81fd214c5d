"""The words of a clause as they are printed: verbatim but for line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.clause import Clause, ClauseKind, Span
from knowledge.verbatim import compact, join_lines, skip_words

# The dash is dropped where a number follows; where none does, it is what the item is known by.
_BEFORE_NUMBER = re.compile(
    r"[-–]\s+(?=[(（]?\w{1,3}[.．)）、]|[①-⑳]|\d|[A-Z][-A-Z/ ]*\d)|#{1,6}\s+"
)
_MARKED = frozenset({ClauseKind.ITEM, ClauseKind.SECTION, ClauseKind.NOTE, ClauseKind.FRONT})


def words_of(source: str, clause: Clause) -> str:
    """The clause's own words with its number, without the list dash before the number."""
    printed = printed_words(source, clause)
    dash = _BEFORE_NUMBER.match(printed) if clause.kind in _MARKED else None
    return printed[dash.end() :] if dash else printed


def printed_words(source: str, clause: Clause) -> str:
    """The clause's own words with everything that is printed before them."""
    if clause.kind is ClauseKind.ROW:
        return "\n".join(_whole_lines(source, span) for span in clause.spans)
    if len(clause.spans) > 1 or clause.kind is ClauseKind.TABLE:
        return "\n".join(_joined(source, span, clause.kind) for span in clause.spans)
    span = clause.spans[0]
    printed = source[span.start : span.end]
    at = skip_words(printed, clause.text)
    mark = printed[:at]
    gap = " " if mark[-1:].isspace() else ""
    return mark.strip() + gap + clause.text if mark.strip() else clause.text


def whole_words(source: str, clauses: Iterable[Clause]) -> str:
    """The words of several clauses in the order of the source, a line for each."""
    first, *others = sorted(clauses, key=lambda clause: clause.spans[0].start)
    lines = [words_of(source, first)]
    for clause in others:
        printed = printed_words(source, clause)
        # Two records on one printed line are one line of the quote.
        if clause.kind is not ClauseKind.ROW or lines[-1] != printed:
            lines.append(printed)
    return "\n".join(lines)


def heading_words(source: str, clause: Clause) -> str:
    """The printed heading line of a section."""
    heading = clause.text.partition("\n")[0]
    printed = words_of(source, clause)
    return printed[: len(printed) - len(clause.text) + len(heading)]


def is_verbatim(printed: str, words: str) -> bool:
    """Whether each line of ``words`` stands in a source that has been made compact."""
    return bool(words) and all(compact(line) in printed for line in words.split("\n"))


def _whole_lines(source: str, span: Span) -> str:
    start = source.rfind("\n", 0, span.start) + 1
    end = source.find("\n", span.end)
    return _lines(source[start : end if end >= 0 else len(source)])


def _joined(source: str, span: Span, kind: ClauseKind) -> str:
    printed = source[span.start : span.end]
    if kind is ClauseKind.TABLE:
        return " ".join(printed.split())
    return _lines(printed)


def _lines(printed: str) -> str:
    return join_lines(line.replace("\t", " ") for line in printed.split("\n"))
