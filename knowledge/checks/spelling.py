"""Misspelt names and known slips, English words and traditional characters in Chinese sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.word_lists import word_list
from knowledge.clause import Clause
from knowledge.verbatim import compact

NAME = "spelling"

_ABBREVIATION = re.compile(r"(?<![A-Za-z])[A-Z]{3,8}(?![A-Za-z])")
_ENGLISH = re.compile(r"(?<=[\u4e00-\u9fff]) (?:and|or|of|the|for|to) (?=[\u4e00-\u9fff])")
_CODE = re.compile(r"(?<![A-Z])[A-Z]{2,}(?:[/-] ?[A-Z]+)*[ -]*\d[\d-]*(?: ?[A-Z](?![A-Za-z]))?")

Places = list[tuple[Clause, str]]


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """The misspellings that can be told without understanding the sentence."""
    texts = [(clause, clause.text) for clause in reviewed.clauses]
    yield from _own_names(texts)
    yield from _authorities(texts)
    yield from _listed(texts)
    yield from _foreign_letters(texts)
    yield from _system_cut_short(reviewed)
    yield from _codes(texts)


def _own_names(texts: Places) -> Iterator[Finding]:
    """An abbreviation whose letters are those of a much more frequent one, in another order."""
    used: dict[str, Places] = defaultdict(list)
    for clause, text in texts:
        for match in _ABBREVIATION.finditer(text):
            used[match.group()].append((clause, match.group()))
    known = set(word_list(NAME)["known"])
    for name, places in used.items():
        for usual, others in used.items():
            swapped = name != usual and sorted(name) == sorted(usual)
            if swapped and len(others) > len(places) and name not in known:
                sentence = f"“{name}”有 {len(places)} 处，应为“{usual}”。"
                yield finding(NAME, places, sentence)


def _authorities(texts: Places) -> Iterator[Finding]:
    compacted = [(clause, compact(text)) for clause, text in texts]
    for authority in word_list(NAME)["authorities"]:
        letters = sorted(authority)
        for clause, words in compacted:
            if not set(authority) <= set(words):
                continue
            for at in range(len(words) - len(authority) + 1):
                window = words[at : at + len(authority)]
                if window != authority and sorted(window) == letters:
                    yield finding(NAME, [(clause, window)], f"“{window}”应为“{authority}”。")


def _listed(texts: Places) -> Iterator[Finding]:
    for former in word_list(NAME)["former"]:
        places = _matching(texts, former["pattern"])
        if places:
            words = "、".join(dict.fromkeys(f"“{words}”" for _, words in places))
            yield finding(NAME, places, f"{words}是旧名，现为{former['now']}。")
    for slip in word_list(NAME)["slip"]:
        places = _matching(texts, slip["pattern"])
        if places:
            words = "、".join(dict.fromkeys(f"“{words}”" for _, words in places))
            yield finding(NAME, places, f"{words}疑为“{slip['meant']}”之误。")


def _foreign_letters(texts: Places) -> Iterator[Finding]:
    english = [
        (clause, match.strip()) for clause, text in texts for match in _ENGLISH.findall(text)
    ]
    if english:
        yield finding(NAME, english, f"中文句子里有英文“{english[0][1]}”。")
    letters = word_list(NAME)["traditional"]
    traditional = _matching(texts, f"[\\u4e00-\\u9fff]?[{letters}]")
    if traditional:
        words = "、".join(dict.fromkeys(f"“{words}”" for _, words in traditional))
        yield finding(NAME, traditional, f"{words}用了繁体字。")


def _system_cut_short(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """The name of the system without the 体系 at its end."""
    if not reviewed.system.endswith("管理体系"):
        return
    short = reviewed.system.removesuffix("体系")
    places = [
        (clause, match.group())
        for clause in reviewed.body
        for match in re.finditer(f"{short}(?!体系).{{0,2}}", compact(clause.text))
    ]
    if places:
        yield finding(NAME, places, f"体系名称“{reviewed.system}”漏“体系”二字。")


def _codes(texts: Places) -> Iterator[Finding]:
    """Numbers of documents of one series that are written in two ways."""
    shapes: dict[str, dict[str, Places]] = defaultdict(lambda: defaultdict(list))
    for clause, text in texts:
        for match in _CODE.finditer(text):
            letters = re.match(r"[A-Z/ -]+", match.group())
            if letters:
                series = re.sub(r"[ -]", "", letters.group())
                shapes[series][letters.group()].append((clause, match.group()))
    for written in shapes.values():
        if len(written) > 1:
            *rarer, usual = sorted(written.values(), key=len)
            places = [place for places in rarer for place in places]
            sentence = f"“{places[0][1]}”与“{usual[0][1]}”写法不一。"
            yield finding(NAME, [*places, usual[0]], sentence)


def _matching(texts: Places, pattern: str) -> Places:
    return [
        (clause, words)
        for clause, text in texts
        for words in dict.fromkeys(match.group() for match in re.finditer(pattern, compact(text)))
    ]
