"""Numbers of clauses and items: missing, doubled, out of order, two lists with the same numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.clause import Clause, ClauseKind, ClauseRef
from knowledge.readers.markers import han_number

NAME = "numbering"

_SECTION = re.compile(r"(?:(.*)\.)?(\d+)")
_ARTICLE = re.compile(r"第([\d〇零一二三四五六七八九十百]+)([章条])")
_ITEM = re.compile(
    r"(?P<open>[(（]?)(?:(?P<circled>[①-⑳])|(?P<digits>\d{1,2})|(?P<letter>[a-z])"
    r"|(?P<han>[一二三四五六七八九十]{1,3}))(?P<close>[)）.、]?)"
)

Numbered = tuple[int, Clause]


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """The breaks in the numbering of sections and of lists."""
    sections = _sections(reviewed)
    yield from _doubled_sections(reviewed)
    for above, numbered in sections.items():
        counts = f"{above}." if above and not above.startswith("第") else above
        yield from _breaks(numbered, counts)
    for numbered in _lists(reviewed):
        yield from _breaks(numbered, "")
    yield from _lists_alike(reviewed)


def _sections(reviewed: ReviewedDocument) -> dict[str, list[Numbered]]:
    """The sections under each number, the first of those printed twice."""
    found: dict[str, list[Numbered]] = defaultdict(list)
    for number, same in _sections_by_number(reviewed).items():
        match, article = _SECTION.fullmatch(number), _ARTICLE.fullmatch(number)
        if match:
            found[match.group(1) or ""].append((int(match.group(2)), same[0]))
        elif article:
            # 第…条 goes on through the chapters.
            found[f"第…{article.group(2)}"].append((_place(article.group(1)), same[0]))
    return found


def _doubled_sections(reviewed: ReviewedDocument) -> Iterator[Finding]:
    for number, same in _sections_by_number(reviewed).items():
        if len(same) > 1:
            places = [(clause, reviewed.printed(clause).partition("\n")[0]) for clause in same]
            yield finding(NAME, places, f"编号 {number} 用了 {len(same)} 次。")


def _sections_by_number(reviewed: ReviewedDocument) -> dict[str, list[Clause]]:
    found: dict[str, list[Clause]] = defaultdict(list)
    for clause in reviewed.clauses:
        if clause.kind is ClauseKind.SECTION:
            found[clause.ref.number.partition(" (")[0]].append(clause)
    return found


def _lists(reviewed: ReviewedDocument) -> Iterator[list[Numbered]]:
    """Runs of items under one clause whose marks are of one kind."""
    for clause in reviewed.clauses:
        items = [(mark(child), child) for child in reviewed.children(clause)]
        marked = [(found, child) for found, child in items if found]
        for _, run in groupby(marked, key=lambda pair: pair[0][0]):
            yield [(found[1], child) for found, child in run]


def mark(clause: Clause) -> tuple[str, int] | None:
    """The kind of an item's mark and its place in the list: ("1)", 3), ("①", 2); None if bare."""
    if clause.kind is not ClauseKind.ITEM:
        return None
    match = _ITEM.fullmatch(clause.ref.number.rpartition(" ")[2])
    if match is None:
        return None
    words = match.group("circled") or match.group("digits") or match.group("letter")
    words = words or match.group("han")
    kind = f"{match.group('open')}{match.lastgroup and _kind(match)}{match.group('close')}"
    return kind, _place(words)


def _kind(match: re.Match[str]) -> str:
    names = ("circled", "digits", "letter", "han")
    return next(name for name in names if match.group(name))


def _place(words: str) -> int:
    if words.isdecimal():
        return int(words)
    if "①" <= words <= "⑳":
        return ord(words) - ord("①") + 1
    if words.isascii():
        return ord(words) - ord("a") + 1
    return han_number(words)


def _breaks(numbered: Sequence[Numbered], above: str) -> Iterator[Finding]:
    expected = 1
    missing: list[str] = []
    after: list[Clause] = []
    for number, clause in numbered:
        if number > expected:
            missing += [_named(above, gap) for gap in range(expected, number)]
            after.append(clause)
        expected = max(expected, number + 1)
    if missing:
        places = [(clause, clause.text.partition("\n")[0]) for clause in after]
        yield finding(NAME, places, f"编号不连续，缺 {'、'.join(missing)}。")


def _named(above: str, gap: int) -> str:
    return above.replace("…", f" {gap} ") if "…" in above else f"{above}{gap}"


def _lists_alike(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Two lists under one clause whose marks are alike, so that a citation of an item is unclear.

    The second list hangs under an unnumbered paragraph of the clause.
    """
    for clause in reviewed.clauses:
        first = _first_of_each_list(reviewed, clause)
        for paragraph in reviewed.children(clause):
            if paragraph.kind is not ClauseKind.PARAGRAPH:
                continue
            for kind, again in _first_of_each_list(reviewed, paragraph).items():
                if kind in first:
                    yield _alike(first[kind], again, clause.ref)


def _first_of_each_list(reviewed: ReviewedDocument, clause: Clause) -> dict[str, Clause]:
    first: dict[str, Clause] = {}
    for child in reviewed.children(clause):
        found = mark(child)
        if found:
            first.setdefault(found[0], child)
    return first


def _alike(first: Clause, again: Clause, under: ClauseRef) -> Finding:
    sentence = f"{under.number} 之下有两组同样编号的列项，引用其中一项时分不清。"
    return finding(NAME, [(first, first.text), (again, again.text)], sentence)
