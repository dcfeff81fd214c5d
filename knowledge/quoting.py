"""The words of a clause as they are printed: verbatim but for line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.clause import Clause, ClauseKind, Span
from knowledge.verbatim import compact, join_lines, skip_words

_LIST_DASH = re.compile(r"[-–]\s+(?=\S)")
_MARKED = frozenset({ClauseKind.ITEM, ClauseKind.SECTION, ClauseKind.NOTE})


def words_of(source: str, clause: Clause) -> str:
    """The clause's own words with its number, without the dash of a list before the number."""
    printed = printed_words(source, clause)
    dash = _LIST_DASH.match(printed) if clause.kind in _MARKED else None
    bare = dash and printed[dash.end() :] != clause.text
    return printed[dash.end() :] if dash and bare else printed


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
    lines: list[str] = []
    for clause in sorted(clauses, key=lambda clause: clause.spans[0].start):
        printed = printed_words(source, clause)
        # Two records on one printed line are one line of the quote.
        if not (clause.kind is ClauseKind.ROW and lines and lines[-1] == printed):
            lines.append(printed)
    if lines:
        lines[0] = _LIST_DASH.sub("", lines[0], count=1) if _numbered_dash(lines[0]) else lines[0]
    return "\n".join(lines)


def heading_words(source: str, clause: Clause) -> str:
    """The printed heading line of a section."""
    heading = clause.text.partition("\n")[0]
    printed = words_of(source, clause)
    return printed[: len(printed) - len(clause.text) + len(heading)]


def is_verbatim(source: str, words: str) -> bool:
    """Whether every line of ``words`` stands in the source, white space ignored."""
    printed = compact(source)
    return bool(words) and all(compact(line) in printed for line in words.split("\n"))


def _numbered_dash(line: str) -> bool:
    return bool(re.match(r"[-–]\s+(?:[(（]?\w{1,3}[.)）]|[①-⑳]|\d)", line))


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
