"""A standard named by its number, with another title than elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.clause import Clause

NAME = "titles"

_NAMED = re.compile(
    r"(?P<number>(?:[A-Z]+[/ ]?)+[A-Z]*\d[\d.]*(?:-\d{4})?)《?(?P<title>[\u4e00-\u9fff]{4,})"
)
_SHORTEST = 6
_ENOUGH = 3


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Places where the title after a number is not the usual one."""
    titles: dict[str, list[tuple[Clause, str, str]]] = defaultdict(list)
    for clause, sentence in reviewed.sentences():
        for match in _NAMED.finditer(sentence):
            titles[match.group("number")].append((clause, match.group("title"), match.group()))
    for number, places in titles.items():
        usual = _usual([title for _, title, _ in places])
        others = [(clause, words) for clause, title, words in places if not title.startswith(usual)]
        if usual and others:
            sentence = f"{number} 的名称多处作“{usual}”，这里不同。"
            yield finding(NAME, others, sentence)


def _usual(titles: list[str]) -> str:
    """The longest beginning that more than half of the titles have; empty where it says little."""
    counts = Counter(title[:end] for title in titles for end in range(_SHORTEST, len(title) + 1))
    common = [words for words, times in counts.items() if 2 * times > len(titles)]
    return max(common, key=len, default="") if len(titles) >= _ENOUGH else ""
