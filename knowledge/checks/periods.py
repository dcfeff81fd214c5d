"""Periods: one thing with several, two limits in one sentence, days of an unknown kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.word_lists import word_list
from knowledge.clause import Clause
from knowledge.readers.markers import han_number

NAME = "periods"

_HAN = "一二三四五六七八九十"
_PERIOD = re.compile(
    rf"(?P<number>\d+|[{_HAN}]{{1,3}})(?P<unit>个工作日|工作日|个日历日|日历日|个自然日|自然日|个月|天|日|年|小时)"
    r"(?!历年)(?P<bound>以上|以下)?"
)
_MONTH_DAY = re.compile(r"(?:次月|每月|当月)\d{1,2}日前?")
_RECURRENCE = re.compile(r"每个日历年|每年|每季度")
_DATED = re.compile(r"\d{4}年|\d{1,2}月\d{1,2}日|第[一二三四五六七八九十\d]+年")
# A period that is a limit: within it, not less, before.
_LIMIT = re.compile(
    r"(?:满|最短|最长|至少|不少于|不应少于|不超过|不得超过|前|后|起|在)[^，。；]{0,6}$"
)
_LAST = re.compile(r"最迟|最晚|不超过|不得超过")

Places = list[tuple[Clause, str]]


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Where the periods of the document do not fit each other or are not clear."""
    sentences = list(reviewed.sentences())
    for thing in word_list(NAME)["thing"]:
        yield from _several(reviewed, thing, sentences)
    for clause, sentence in sentences:
        yield from _two_limits(clause, sentence)
    yield from _unknown_days(sentences)


def periods(sentence: str) -> tuple[str, ...]:
    """The periods and recurrences that a sentence names, in one spelling: 12个月, 3年以上, 每年."""
    found = {match.start(): match.group() for match in _MONTH_DAY.finditer(sentence)}
    found |= {match.start(): match.group() for match in _RECURRENCE.finditer(sentence)}
    for match in _PERIOD.finditer(_DATED.sub(lambda date: "," * len(date.group()), sentence)):
        if not any(start < match.end() <= start + 6 for start in found):
            found[match.start()] = _spelling(match)
    return tuple(found[start] for start in sorted(found))


def _spelling(match: re.Match[str]) -> str:
    number = match.group("number")
    value = int(number) if number.isdecimal() else han_number(number)
    unit = match.group("unit")
    unit = f"个{unit}" if unit in ("工作日", "日历日", "自然日") else unit
    return f"{value}{unit}{match.group('bound') or ''}"


def _several(
    reviewed: ReviewedDocument, thing: Mapping[str, Any], sentences: Places
) -> Iterator[Finding]:
    by_period: dict[tuple[str, ...], Places] = defaultdict(list)
    for clause, sentence in sentences:
        found = periods(sentence)
        if found and _speaks_of(reviewed, thing, clause, sentence):
            by_period[found].append((clause, sentence))
    clauses = {clause.ref for places in by_period.values() for clause, _ in places}
    if len(by_period) > 1 and len(clauses) > 1:
        told = "；".join(
            f"{'、'.join(clause.ref.number for clause, _ in places)} 为{'、'.join(found)}"
            for found, places in by_period.items()
        )
        places = [place for found in by_period.values() for place in found]
        yield finding(NAME, places, f"{thing['name']}，各处期限不同：{told}。")


def _speaks_of(
    reviewed: ReviewedDocument, thing: Mapping[str, Any], clause: Clause, sentence: str
) -> bool:
    where = thing.get("where")
    if where and not re.search(where, reviewed.headings(clause)):
        return False
    if any(re.search(word, sentence) for word in thing.get("not", ())):
        return False
    return all(re.search(word, sentence) for word in thing["words"])


def _two_limits(clause: Clause, sentence: str) -> Iterator[Finding]:
    """A limit in working days and a last limit in another unit, which may come first."""
    found = list(_PERIOD.finditer(sentence))
    units = {match.group("unit").removeprefix("个") for match in found}
    if "工作日" in units and len(units) > 1 and _LAST.search(sentence):
        named = "、".join(_spelling(match) for match in found)
        yield finding(NAME, [(clause, sentence)], f"一句话里有两个期限（{named}），先后不定。")


def _unknown_days(sentences: Places) -> Iterator[Finding]:
    """Days of which one does not know whether they are working days, where others say so."""
    plain: Places = []
    working = False
    for clause, sentence in sentences:
        bare = _MONTH_DAY.sub("", _DATED.sub("", sentence))
        for match in _PERIOD.finditer(bare):
            unit = match.group("unit")
            working = working or unit.endswith("工作日")
            if unit in ("日", "天") and _is_limit(bare, match):
                plain.append((clause, sentence))
    if working and plain:
        numbers = "、".join(dict.fromkeys(clause.ref.number for clause, _ in plain))
        yield finding(NAME, plain, f"{numbers} 的“日”没有写明是工作日还是日历日，别处写明了。")


def _is_limit(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    if match.group("number") == "一" and before.endswith("前"):
        return False  # 前一日: the day before
    return after.startswith(("内", "前", "后")) or bool(_LIMIT.search(before))
