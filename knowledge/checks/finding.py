"""What a check reports: one fault that it found in a document by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.clause import Clause, ClauseRef


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault found by a check.

    ``words`` are as printed, one for each of ``clauses``; ``sentence`` says in Chinese what is
    wrong.
    """

    check: str
    document: str
    clauses: tuple[ClauseRef, ...]
    words: tuple[str, ...]
    sentence: str


def finding(check: str, places: Iterable[tuple[Clause, str]], sentence: str) -> Finding:
    """A finding of ``check`` at these clauses and words; there must be at least one."""
    found = tuple(dict.fromkeys((clause.ref, words) for clause, words in places))
    refs = tuple(ref for ref, _ in found)
    return Finding(check, refs[0].document, refs, tuple(words for _, words in found), sentence)
