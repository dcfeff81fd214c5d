"""References: to clauses that do not exist, or that do not say what they are cited for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.clause import Clause, ClauseKind

NAME = "references"

_NUMBER = r"\d{1,2}(?:\.\d{1,2})+"
_CITED = re.compile(
    rf"(?:(?:按照?|根据|依据|依照|参见|详见|参照|符合|满足|见|如)(?:本\w{{2}})?第?(?P<after>{_NUMBER})"
    rf"|(?<![\d.A-Za-z=])(?P<before>{_NUMBER})(?=\.?(?:条|款|节)))(?![\d%])"
)
# A standard named just before the number: the number is one of that standard's clauses.
_ELSEWHERE = re.compile(r"[A-Z]{2,}[-/A-Z]*\d[\w.:-]*(?:《[^》]*》)?(?:中|的|第)*[^，。；]{0,4}$")
_ARTICLE = re.compile(r"(?:本\w{2})?第(?P<number>[\d〇零一二三四五六七八九十百]+)条")
_OF_A_LAW = re.compile(
    r"(?:》|法|条例|办法|规定|标准|[\dA-Z])(?:中|的|第[^，。；]{1,12}条?[、和至])*$"
)
_HERE = re.compile(r"本(?P<unit>条|款)第?(?P<item>\d+|[一二三四五六七八九十]+)[)）]?(?:款|项|目)")
_CLAIM = re.compile(r"的?(?:规定|要求)?，?(?P<claim>[^。；]*)")
# Times that only the cited clause can give; a number of days may be the citing clause's own.
_WHEN = re.compile(r"下次\w{2}|(?:到期|届满)(?:之?前|后|之日)")
_COLUMN = re.compile(
    r"表[中内]?所?(?:确定|规定|列出|列|示)的(?P<column>[\u4e00-\u9fff]{2,10}?)(?=的\d|的?[，。；])"
)
_ADOPTED = re.compile(rf"(?P<standard>[A-Z][A-Z0-9/-]*\d)中(?P<number>{_NUMBER})的要求适用")


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """References of the document to itself that lead nowhere or to the wrong place."""
    for clause, sentence in reviewed.sentences():
        yield from _to_clauses(reviewed, clause, sentence)
        yield from _to_articles(reviewed, clause, sentence)
        yield from _to_own_items(reviewed, clause, sentence)
        yield from _to_columns(reviewed, clause, sentence)
    yield from _adopted_twice(reviewed)


def _to_clauses(reviewed: ReviewedDocument, clause: Clause, sentence: str) -> Iterator[Finding]:
    for cited in _CITED.finditer(sentence):
        number = cited.group("after") or cited.group("before")
        if _ELSEWHERE.search(sentence[: cited.start(cited.lastgroup or 0)]):
            continue
        target = reviewed.library.find(reviewed.document.id, number)
        if target is None:
            yield finding(NAME, [(clause, sentence)], f"引用的 {number} 不存在。")
        else:
            yield from _claim(clause, sentence, target, sentence[cited.end() :], number)


def _to_articles(reviewed: ReviewedDocument, clause: Clause, sentence: str) -> Iterator[Finding]:
    """第九条, or 本办法第九条, where no law is named before it."""
    for cited in _ARTICLE.finditer(sentence):
        if _OF_A_LAW.search(sentence[: cited.start()]) and not cited.group().startswith("本"):
            continue
        number = f"第{cited.group('number')}条"
        if reviewed.library.find(reviewed.document.id, number) is None:
            yield finding(NAME, [(clause, sentence)], f"引用的{number}不存在。")


def _to_own_items(reviewed: ReviewedDocument, clause: Clause, sentence: str) -> Iterator[Finding]:
    """本条第3)款: an item of the section that the clause is in."""
    for cited in _HERE.finditer(sentence):
        section = _section(reviewed, clause)
        target = reviewed.library.find(
            reviewed.document.id, f"{section.ref.number} 第{cited.group('item')}项"
        )
        if target is None:
            sentence_ = f"引用的{cited.group()}不存在，{section.ref.number} 没有这一项。"
            yield finding(NAME, [(clause, sentence)], sentence_)
        else:
            yield from _claim(clause, sentence, target, sentence[cited.end() :], cited.group())


def _section(reviewed: ReviewedDocument, clause: Clause) -> Clause:
    line = (clause, *reversed(reviewed.library.ancestors(clause.ref)))
    return next((above for above in line if above.kind is ClauseKind.SECTION), clause)


def _claim(
    clause: Clause, sentence: str, target: Clause, after: str, cited: str
) -> Iterator[Finding]:
    """What the target is cited for has a time, and the target does not speak of that time."""
    match = _CLAIM.match(after)
    times = set(_WHEN.findall(match.group("claim"))) if match else set()
    said = "".join(target.text.split())
    if times and not target.children and not any(time in said for time in times):
        what = "、".join(f"“{time}”" for time in sorted(times))
        places = [(clause, sentence), (target, target.text.partition("\n")[0])]
        yield finding(NAME, places, f"引用{cited}来说{what}，而所引的条款没有讲{what}。")


def _to_columns(reviewed: ReviewedDocument, clause: Clause, sentence: str) -> Iterator[Finding]:
    columns = [
        "".join(cell.split())
        for table in reviewed.clauses
        if table.kind is ClauseKind.TABLE
        for cell in table.cells
    ]
    for cited in _COLUMN.finditer(sentence):
        wanted = cited.group("column")
        if columns and not any(wanted in column for column in columns):
            yield finding(NAME, [(clause, sentence)], f"引用表中的“{wanted}”，表里没有这一栏。")


def _adopted_twice(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """Two neighbours of different headings adopt the same clause of a standard as theirs."""
    adopted: dict[tuple[object, str, str], list[tuple[Clause, str]]] = defaultdict(list)
    for clause, sentence in reviewed.sentences():
        for cited in _ADOPTED.finditer(sentence):
            key = (clause.parent, cited.group("standard"), cited.group("number"))
            adopted[key].append((clause, sentence))
    for (_, standard, number), places in adopted.items():
        if len({clause.ref for clause, _ in places}) > 1:
            sentence = f"相邻的条款都引 {standard} 的 {number}，其中一处可能引错。"
            yield finding(NAME, places, sentence)
