"""Promises that the document does not keep: a period, a figure or a drawing that is nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument, heading
from knowledge.checks.word_lists import word_list
from knowledge.clause import Clause, ClauseKind

NAME = "promises"

_DRAWING = re.compile(r"(?:流程|组织|结构|示意)图$|表$")


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Times and figures without a number, headings without content, fees without an amount."""
    yield from _without_number(reviewed)
    yield from _without_content(reviewed)
    yield from _without_amount(reviewed)


def _without_number(reviewed: ReviewedDocument) -> Iterator[Finding]:
    promises = [
        (re.compile(promise["pattern"]), promise["lacks"]) for promise in word_list(NAME)["promise"]
    ]
    for clause, sentence in reviewed.sentences():
        for pattern, lacks in promises:
            match = pattern.search(sentence)
            if match:
                yield finding(NAME, [(clause, sentence)], f"“{match.group()}”没有写明{lacks}。")
                break


def _without_content(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """A section that is a heading and nothing else, and whose heading announces a drawing."""
    for clause in reviewed.body:
        if clause.kind is not ClauseKind.SECTION or clause.children or "\n" in clause.text:
            continue
        title = heading(clause)
        if _DRAWING.search(title) and not title.startswith("《"):
            sentence = f"“{title}”只有标题，没有内容。"
            yield finding(NAME, [(clause, reviewed.printed(clause))], sentence)


def _without_amount(reviewed: ReviewedDocument) -> Iterator[Finding]:
    fees = word_list(NAME)["fees"]
    chapters = [
        clause
        for clause in reviewed.body
        if clause.parent is None and re.search(fees["chapter"], heading(clause))
    ]
    if not chapters:
        return
    inside = {chapter.ref for chapter in chapters}
    listed = "".join(reviewed.library.quote_whole(chapter.ref).text for chapter in chapters)
    for fee in fees["names"]:
        places = [
            (clause, sentence)
            for clause, sentence in reviewed.sentences()
            if fee in sentence and reviewed.chapter(clause).ref not in inside
        ]
        if places and fee not in listed:
            yield _unpriced(fee, places, chapters[0])


def _unpriced(fee: str, places: list[tuple[Clause, str]], chapter: Clause) -> Finding:
    title = heading(chapter)
    where = [*places, (chapter, title)]
    return finding(NAME, where, f"要交“{fee}”，而“{title}”一章没有这一项。")
