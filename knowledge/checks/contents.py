"""The contents page against the body: entries without a heading, headings that read otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument, heading
from knowledge.clause import Clause, ClauseKind

NAME = "contents"

_ENTRY = re.compile(
    r"(?P<number>附[录件]\s*[A-Z\d]|第[一二三四五六七八九十百]+[章节条]|\d+(?:\.\d+)*)[.、．]?\s*"
    r"(?P<title>.+?)\s*(?:\.{2,}|…+|\s)\s*\d{1,3}\s*$"
)


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Where the contents page and the headings differ; nothing where there is no contents page."""
    entries = dict(_entries(reviewed))
    headed = {
        _plain(clause.ref.number): clause
        for clause in reversed(reviewed.clauses)
        if clause.kind in (ClauseKind.SECTION, ClauseKind.ANNEX)
    }
    for number, title in entries.items():
        clause = headed.get(number)
        if clause is None:
            yield _absent(reviewed, number, title)
        elif not _plain(clause.text).startswith(_plain(title)):
            words = clause.text.partition("\n")[0]
            yield finding(NAME, [(clause, words)], f"目录作“{title}”，正文标题作“{words}”。")
    yield from _unlisted(entries, headed)


def _entries(reviewed: ReviewedDocument) -> Iterator[tuple[str, str]]:
    source = reviewed.library.source(reviewed.document.id)
    for span in reviewed.library.furniture(reviewed.document.id):
        match = _ENTRY.match(source[span.start : span.end].strip())
        if match:
            yield _plain(match.group("number")), "".join(match.group("title").split())


def _absent(reviewed: ReviewedDocument, number: str, title: str) -> Finding:
    first = reviewed.clauses[0]
    sentence = f"目录有“{number} {title}”，正文没有。"
    return finding(NAME, [(first, first.text.partition("\n")[0])], sentence)


def _unlisted(entries: dict[str, str], headed: dict[str, Clause]) -> Iterator[Finding]:
    """Headings as deep as the contents page goes that it does not have, as one finding."""
    depths = {_depth(number) for number in entries}
    places = [
        (clause, heading(clause))
        for number, clause in reversed(headed.items())
        if heading(clause) and number not in entries and _depth(number) in depths
    ]
    if places:
        named = "、".join(clause.ref.number for clause, _ in places)
        yield finding(NAME, places, f"正文有标题 {named}，目录没有。")


def _depth(number: str) -> tuple[bool, int]:
    return number[0].isdecimal(), number.count(".")


def _plain(words: str) -> str:
    kept = "".join(unicodedata.normalize("NFKC", words).split())
    return kept.strip(":.、*")
