"""The order of the print: a part that is interrupted by another one and goes on after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.clause import Clause, ClauseRef

NAME = "layout"


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Chapters and annexes of which a part is printed after the beginning of another."""
    pieces = sorted(
        ((span.start, clause) for clause in reviewed.clauses for span in clause.spans),
        key=lambda piece: piece[0],
    )
    interrupted: dict[ClauseRef, list[Clause]] = {}
    for chapter, run in groupby(pieces, key=lambda piece: reviewed.chapter(piece[1]).ref):
        clauses = [clause for _, clause in run]
        # A run that does not begin with its chapter goes on with it after something else.
        if clauses[0].parent is not None:
            interrupted.setdefault(chapter, []).extend(clauses)
    for late in interrupted.values():
        part = reviewed.chapter(late[0])
        places = [(clause, clause.text.partition("\n")[0]) for clause in late]
        sentence = f"{part.ref.number} 被别的内容隔断，有 {len(places)} 处排在后面。"
        yield finding(NAME, places, sentence)
