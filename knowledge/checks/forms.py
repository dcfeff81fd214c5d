"""Documents named in the text against those listed: forms, records, own rules, standards."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument, lists_documents
from knowledge.checks.word_lists import word_list
from knowledge.clause import Clause, ClauseRef
from knowledge.verbatim import compact

NAME = "forms"

_TITLE = re.compile(r"《(?P<inside>[^》]+)》")
_CODE = re.compile(r"[A-Z]{2,}(?:-[A-Z]+)*-\d{2,}(?:-\d+)?[A-Z]?")
_CODE_BEFORE = re.compile(_CODE.pattern + "$")
_STANDARD = re.compile(
    r"(?:ISO(?:/IEC)?|GB(?:/[TZ])?|CNAS-[A-Z]+-?|T/[A-Z]+|RB/T|CTS ?[A-Z]+) ?\d+(?:-\d)?(?![\d-])"
)
_STANDARD_BEFORE = re.compile(_STANDARD.pattern + "$")
_YEAR = re.compile(r"(?<=\d)[-:：](?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Named:
    """A document that a clause names: by title, by code, or by both."""

    clause: Clause
    code: str
    title: str
    words: str


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Forms and rules that are named differently, not listed, or listed and never used."""
    lists = [clause for clause in reviewed.body if lists_documents(clause)]
    inside = {under.ref for listed in lists for under in reviewed.library.descendants(listed.ref)}
    inside |= {listed.ref for listed in lists}
    listed = [
        one for clause in reviewed.body if clause.ref in inside for one in _named(reviewed, clause)
    ]
    used = [
        one
        for clause in reviewed.body
        if clause.ref not in inside
        for one in _named(reviewed, clause)
    ]
    body = "".join(compact(clause.text) for clause in reviewed.body if clause.ref not in inside)
    yield from _differently(listed, used)
    yield from _unlisted(listed, used)
    yield from _unused(listed, used, body)
    yield from _standards(reviewed, inside)


def _named(reviewed: ReviewedDocument, clause: Clause) -> Iterator[Named]:
    printed = compact(reviewed.printed(clause))
    for match in _TITLE.finditer(printed):
        words = match.group("inside")
        before = printed[: match.start()]
        if _STANDARD_BEFORE.search(_YEAR.sub("", before)):
            continue
        code = _CODE.match(words) or _CODE_BEFORE.search(before)
        title = words.removeprefix(code.group()) if code else words
        yield Named(clause, code.group() if code else "", title, match.group())


def _differently(listed: list[Named], used: list[Named]) -> Iterator[Finding]:
    by_code = {one.code: one for one in listed if one.code}
    told: set[tuple[str, str]] = set()
    for one in used:
        other = by_code.get(one.code)
        if other and other.title != one.title and (one.code, one.title) not in told:
            told.add((one.code, one.title))
            places = [(one.clause, one.words), (other.clause, other.words)]
            sentence = f"{one.code} 正文作“{one.title}”，清单作“{other.title}”。"
            yield finding(NAME, places, sentence)


def _unlisted(listed: list[Named], used: list[Named]) -> Iterator[Finding]:
    codes, titles = {one.code for one in listed if one.code}, {one.title for one in listed}
    kinds = {_kind(one.title) for one in listed}
    told: set[str] = set()
    for one in used:
        known = one.code in codes or one.title in titles or one.title in told
        if not known and _kind(one.title) and _kind(one.title) in kinds:
            told.add(one.title)
            yield finding(NAME, [(one.clause, one.words)], f"正文用到的{one.words}不在清单里。")


def _unused(listed: list[Named], used: list[Named], body: str) -> Iterator[Finding]:
    codes = {one.code for one in used if one.code}
    for one in listed:
        if one.code not in codes and one.title not in body:
            yield finding(NAME, [(one.clause, one.words)], f"清单里的{one.words}正文没有用到。")


def _kind(title: str) -> str:
    """form or rule; empty for laws and for titles that do not tell."""
    words = word_list("documents_named")
    if any(re.search(law, title) for law in words["laws"]):
        return ""
    return next((kind for kind, end in words["kinds"].items() if re.search(end, title)), "")


def _standards(reviewed: ReviewedDocument, inside: set[ClauseRef]) -> Iterator[Finding]:
    listed: dict[str, tuple[Clause, str]] = {}
    used: dict[str, tuple[Clause, str]] = {}
    for clause in reviewed.body:
        printed = _YEAR.sub("", reviewed.printed(clause))
        if clause.ref in inside:
            printed = _TITLE.sub("", printed)
        for match in _STANDARD.finditer(printed):
            where = listed if clause.ref in inside else used
            where.setdefault(_plain(match.group()), (clause, match.group()))
    if not listed:
        return
    yield from _standards_apart(listed, used)


def _standards_apart(
    listed: Mapping[str, tuple[Clause, str]], used: Mapping[str, tuple[Clause, str]]
) -> Iterator[Finding]:
    by_digits: dict[str, list[str]] = defaultdict(list)
    for name in listed:
        by_digits[_digits(name)].append(name)
    matched = {name for name in used if name in listed}
    for name, place in used.items():
        near = [other for other in by_digits[_digits(name)] if other not in used]
        if name not in listed and near:
            matched.update(near)
            sentence = f"正文引“{place[1]}”，清单列的是“{listed[near[0]][1]}”。"
            yield finding(NAME, [place, listed[near[0]]], sentence)
        elif name not in listed:
            yield finding(NAME, [place], f"正文引用的“{place[1]}”不在清单里。")
    for name, place in listed.items():
        if name not in matched:
            yield finding(NAME, [place], f"清单里的“{place[1]}”正文没有引用。")


def _plain(standard: str) -> str:
    return re.sub(r"[- ]", "", standard)


def _digits(standard: str) -> str:
    return re.sub(r"\D", "", standard)
