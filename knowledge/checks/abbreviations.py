"""Short names: agreed on and never used, used and never explained."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.word_lists import word_list
from knowledge.clause import Clause

NAME = "abbreviations"

_AGREED = re.compile(
    r"(?P<full>[\u4e00-\u9fff]{3,})[（(]以下简称[：:]?“?(?P<short>[^）)”]+)”?[）)]"
)
_LATIN = re.compile(r"(?<![A-Za-z/-])(?:[A-Z]{3,8}|[A-Z][a-z][A-Z])(?![A-Za-z/-]|[- ]?\d)")
_EXPLAINED = (
    r"[\u4e00-\u9fff]{{3,}}[（(](?:以下)?(?:简称)?[：:]?{name}[）)]"
    r"|(?<![A-Z]){name}[（(][\u4e00-\u9fff]"
)


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Agreed short names that are not used, and abbreviations that are not explained."""
    texts = list(reviewed.lines())
    whole = "\n".join(text for _, text in texts)
    yield from _unused(texts, whole)
    yield from _unexplained(reviewed, whole)


def _unused(texts: list[tuple[Clause, str]], whole: str) -> Iterator[Finding]:
    for clause, text in texts:
        for agreed in _AGREED.finditer(text):
            rest = whole.replace(agreed.group(), "").replace(agreed.group("full"), "")
            if agreed.group("short") not in rest:
                sentence = f"约定的简称“{agreed.group('short')}”以后没有用过。"
                yield finding(NAME, [(clause, agreed.group())], sentence)


def _unexplained(reviewed: ReviewedDocument, whole: str) -> Iterator[Finding]:
    first: dict[str, Clause] = {}
    times: dict[str, int] = defaultdict(int)
    for clause in reviewed.body:
        for name in _LATIN.findall(clause.text):
            first.setdefault(name, clause)
            times[name] += 1
    known = set(word_list("spelling")["known"])
    unexplained = [
        name
        for name in first
        if name not in known
        and not _misspelt(name, times)
        and not re.search(_EXPLAINED.format(name=name), whole)
    ]
    if unexplained:
        named = "、".join(f"“{name}”" for name in unexplained)
        places = [(first[name], name) for name in unexplained]
        yield finding(NAME, places, f"{named}没有写明全称。")


def _misspelt(name: str, times: dict[str, int]) -> bool:
    """Whether a more frequent name has the same letters: the check of spelling reports it."""
    return any(sorted(name) == sorted(other) and times[other] > times[name] for other in times)
