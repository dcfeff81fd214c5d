"""Figures that do not fit each other: a fraction and its percentage, a sum, a count of items."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.clause import Clause, ClauseKind
from knowledge.readers.markers import han_number

NAME = "figures"

_GLOSSED = re.compile(r"(\d+)/(\d+)\(即[^)\d]*(\d+(?:\.\d+)?)\\?%")
_SUM = re.compile(r"(\d+(?:\([^)]*\))?(?:\+\d+(?:\([^)]*\))?)+)=(\d+)")
_COUNT = re.compile(
    r"(?:以下|下列|如下)(?P<number>\d+|[二三四五六七八九十]+)(?:个|项|种|类|条|方面)"
)
_BRACKETS = re.compile(r"\([^)]*\)")
# A percentage is printed to the nearest whole one.
_ROUNDING = Fraction(1, 200)


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Fractions, sums and counts that are printed wrong."""
    for clause in reviewed.body:
        words = "".join(unicodedata.normalize("NFKC", clause.text).split())
        yield from _fractions(clause, words)
        yield from _sums(clause, words)
        yield from _counts(reviewed, clause, words)


def _fractions(clause: Clause, words: str) -> Iterator[Finding]:
    for above, below, percent in _GLOSSED.findall(words):
        share = Fraction(int(above), int(below))
        if abs(share - Fraction(percent) / 100) > _ROUNDING:
            sentence = f"“{above}/{below}”约为 {float(share * 100):.1f}%，不是 {percent}%。"
            yield finding(NAME, [(clause, clause.text)], sentence)


def _sums(clause: Clause, words: str) -> Iterator[Finding]:
    for parts, printed in _SUM.findall(words):
        total = sum(int(part) for part in _BRACKETS.sub("", parts).split("+"))
        if total != int(printed):
            sentence = f"“{parts}＝{printed}”应等于 {total}。"
            yield finding(NAME, [(clause, clause.text)], sentence)


def _counts(reviewed: ReviewedDocument, clause: Clause, words: str) -> Iterator[Finding]:
    """以下7个…: as many items or sections have to follow."""
    for match in _COUNT.finditer(words):
        number = match.group("number")
        wanted = int(number) if number.isdecimal() else han_number(number)
        following = _following(reviewed, clause)
        if following and following != wanted:
            sentence = f"“{match.group()}”之后有 {following} 项。"
            yield finding(NAME, [(clause, clause.text)], sentence)


def _following(reviewed: ReviewedDocument, clause: Clause) -> int:
    """The items under the clause; for a paragraph, those that come after it in its section."""
    owner = clause
    if clause.kind is ClauseKind.PARAGRAPH and not clause.children and clause.parent:
        owner = reviewed.library.clause(clause.parent)
    kinds = (ClauseKind.ITEM, ClauseKind.SECTION)
    return sum(child.kind in kinds for child in reviewed.children(owner))
