"""Words printed twice: a doubled character or word, a title twice, an item within another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument, lists_documents
from knowledge.checks.word_lists import word_list
from knowledge.clause import Clause, ClauseKind
from knowledge.verbatim import compact

NAME = "repetition"

_DOUBLED = re.compile(r".{0,2}(?P<words>[\u4e00-\u9fff])(?P=words).{0,2}")
_DOUBLED_WORD = re.compile(r".?(?P<words>[\u4e00-\u9fff]{2,7})(?P=words).{0,2}")
_TWICE = re.compile(r"(?P<words>[\u4e00-\u9fff]{8,})[-*_|—]{0,6}(?P=words)")
_ITEM_LENGTH = 8


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Repetitions within a line, and items that say what a neighbour says already."""
    natural = re.compile("|".join(word_list(NAME)["natural"]))
    for clause, line in reviewed.lines():
        yield from _matching(_TWICE, clause, line, "“{0}”印了两次。")
        rest = _TWICE.sub("，", line)
        yield from _matching(_DOUBLED_WORD, clause, rest, "“{0}{0}”重字。")
        yield from _matching(_DOUBLED, clause, natural.sub("，", rest), "“{0}{0}”重字。")
    for clause in reviewed.body:
        if not lists_documents(clause):
            yield from _within_a_neighbour(reviewed, clause)


def _matching(
    pattern: re.Pattern[str], clause: Clause, line: str, sentence: str
) -> Iterator[Finding]:
    for match in pattern.finditer(line):
        yield finding(NAME, [(clause, match.group())], sentence.format(match.group("words")))


def _within_a_neighbour(reviewed: ReviewedDocument, clause: Clause) -> Iterator[Finding]:
    items = [
        (child, _said(child))
        for child in reviewed.children(clause)
        if child.kind is ClauseKind.ITEM
    ]
    for (item, said), (other, longer) in permutations(items, 2):
        if _ITEM_LENGTH <= len(said) < len(longer) and said in longer:
            sentence = f"{item.ref.number} 的内容已在 {other.ref.number} 里。"
            yield finding(NAME, [(item, item.text), (other, other.text)], sentence)


def _said(item: Clause) -> str:
    """The words of an item without what stands in brackets and without punctuation."""
    return re.sub(r"[（(][^）)]*[）)]|\W", "", compact(item.text))
