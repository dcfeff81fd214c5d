"""Annexes: referred to and not included, included and never referred to, or without a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument, lists_documents
from knowledge.clause import Clause, ClauseKind
from knowledge.verbatim import compact

NAME = "annexes"

_REFERRED = re.compile(
    r"附(?P<kind>[录件表])(?P<label>[A-Z](?![A-Z])|\d{1,2}|[一二三四五六七八九十]{1,3})?"
)
# The annex of another document: its name stands just before.
_ELSEWHERE = re.compile(
    r"(?:标准的?|[A-Z]{2,}[-/ A-Z]*\d[\w.:-]*的?|附录[A-Z]、)$|(?:ISMS|标准)的?$"
)


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """References to annexes that the document does not have, and annexes without a reference."""
    annexes = {
        clause.ref.number: clause for clause in reviewed.clauses if clause.kind is ClauseKind.ANNEX
    }
    referred: dict[str, list[tuple[Clause, str]]] = {}
    for clause, sentence in reviewed.sentences():
        if clause.kind is ClauseKind.ANNEX:
            continue
        for match in _REFERRED.finditer(sentence):
            if _ELSEWHERE.search(sentence[: match.start()]):
                continue
            name = f"附{match.group('kind')}{match.group('label') or ''}"
            referred.setdefault(name, []).append((clause, sentence))
    yield from _absent(annexes, referred)
    yield from _unlettered(annexes, referred)
    yield from _unused(reviewed, annexes, referred)


def _absent(
    annexes: dict[str, Clause], referred: dict[str, list[tuple[Clause, str]]]
) -> Iterator[Finding]:
    for name, places in referred.items():
        if len(name) > len("附录") and name not in annexes:
            yield finding(NAME, places, f"引用的{name}没有随文。")


def _unlettered(
    annexes: dict[str, Clause], referred: dict[str, list[tuple[Clause, str]]]
) -> Iterator[Finding]:
    for kind in ("附录", "附件", "附表"):
        if kind in referred and any(name.startswith(kind) for name in annexes):
            yield finding(NAME, referred[kind], f"“{kind}”没有写明是哪一个。")


def _unused(
    reviewed: ReviewedDocument,
    annexes: dict[str, Clause],
    referred: dict[str, list[tuple[Clause, str]]],
) -> Iterator[Finding]:
    for name, annex in annexes.items():
        outside = [
            clause
            for clause, _ in referred.get(name, ())
            if reviewed.chapter(clause).ref != annex.ref
        ]
        if not outside and not lists_documents(annex):
            words = compact(annex.text.partition("\n")[0])
            yield finding(NAME, [(annex, words)], f"正文没有一处引用{name}，它有什么用没有写。")
