"""The title page: fields left blank, no version, no date from which the document is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.clause import Clause, ClauseKind
from knowledge.verbatim import compact

NAME = "cover"

_BLANK = re.compile(r"[^：:]{2,8}[：:][（(]?[）)]?$")
_VERSION = re.compile(r"版本|第\d+版|版次|[A-Z]/\d")
_IN_FORCE = re.compile(
    r"(?:实施|施行|生效|发布|批准)(?:日期)?[：:]?\d{4}|自.{2,12}起(?:施行|实施)|\d日起?(?:施行|实施|生效)"
)


def _tables(reviewed: ReviewedDocument) -> Iterator[Clause]:
    """The tables before the first chapter, which say what a title page says."""
    for clause in reviewed.clauses:
        if clause.kind in (ClauseKind.SECTION, ClauseKind.ANNEX):
            return
        if clause.cells:
            yield clause


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Blank fields and what a title page ought to say."""
    front = [clause for clause in reviewed.clauses if clause.kind is ClauseKind.FRONT]
    for clause in front:
        if _BLANK.fullmatch(compact(clause.text)):
            field = compact(clause.text).partition("：")[0]
            yield finding(NAME, [(clause, clause.text)], f"封面的“{field}”空白。")
    said = "".join(compact(clause.text) for clause in (*front, *_tables(reviewed)))
    whole = said + "".join(compact(clause.text) for clause in reviewed.body)
    missing = [
        what
        for what, pattern, text in (("版本号", _VERSION, said), ("实施日期", _IN_FORCE, whole))
        if not pattern.search(text)
    ]
    if missing:
        first = reviewed.clauses[0]
        words = first.text.partition("\n")[0]
        yield finding(NAME, [(first, words)], f"没有{'和'.join(missing)}。")
