"""Punctuation: items without an end where their neighbours have one, half-width commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument, lists_documents
from knowledge.clause import Clause, ClauseKind

NAME = "punctuation"

_END = re.compile(r"[。；;！？：:.]\s*[）)”]?$|[)）”]$")
_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;][\u4e00-\u9fff]")
_SOME_ENDED = 3


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Missing ends of items, and half-width punctuation between Chinese characters."""
    for clause in reviewed.body:
        if not lists_documents(clause):
            yield from _without_end(reviewed, clause)
    commas = [
        (clause, line)
        for clause in reviewed.body
        for line in clause.text.split("\n")
        if _HALF_WIDTH.search(line)
    ]
    if commas:
        yield finding(NAME, commas, f"{len(commas)} 处中文里用了半角逗号或分号。")


def _without_end(reviewed: ReviewedDocument, clause: Clause) -> Iterator[Finding]:
    items = [child for child in reviewed.children(clause) if child.kind is ClauseKind.ITEM]
    ended = [item for item in items if _ends(item)]
    if len(ended) < _SOME_ENDED or 2 * len(ended) < len(items):
        return
    for item in items:
        if not _ends(item) and not item.children:
            yield finding(NAME, [(item, item.text)], f"{item.ref.number} 句末没有标点，可能缺字。")


def _ends(item: Clause) -> bool:
    return bool(_END.search(item.text.strip()))
