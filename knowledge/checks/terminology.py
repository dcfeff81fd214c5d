"""One thing under several names in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.word_lists import word_list
from knowledge.clause import Clause, ClauseKind
from knowledge.verbatim import compact

NAME = "terminology"


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """One finding for each thing that has more than one name."""
    texts = [
        (clause, compact(clause.text))
        for clause in reviewed.clauses
        if clause.kind is not ClauseKind.FRONT
    ]
    for group in word_list(NAME)["group"]:
        used = {name: _places(texts, term) for name, term in group["names"].items()}
        used = {name: places for name, places in used.items() if places}
        if len(used) > 1:
            yield _several(group["thing"], used)


def _places(texts: list[tuple[Clause, str]], term: str) -> list[tuple[Clause, str]]:
    return [
        (clause, words) for clause, text in texts for words in dict.fromkeys(re.findall(term, text))
    ]


def _several(thing: str, used: dict[str, list[tuple[Clause, str]]]) -> Finding:
    named = "、".join(f"“{name}”（{len(places)} 处）" for name, places in used.items())
    places = [place for found in used.values() for place in found]
    return finding(NAME, places, f"{thing}有几个名称：{named}。")
