"""How a file was read, for a person to judge: an abridged tree, and what looks wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.candidate import Candidate
from knowledge.checks import LABELS, check_document
from knowledge.clause import Clause, ClauseKind
from knowledge.library import Library

_DEEPEST = 2
_SHOWN = 40
_FEW = 5
_FINDINGS = 8
_WORDS = 36
_LONG = 1000
_NUMBERED = frozenset({ClauseKind.SECTION, ClauseKind.ITEM, ClauseKind.ANNEX})


def reading_report(name: str, candidate: Candidate) -> str:
    """The report on a file with this name, in Chinese."""
    clauses = candidate.clauses
    wrong = [*candidate.left_out, *_doubts(clauses), *_findings(candidate)]
    lines = [f"{name}：读出 {len(clauses)} 条。", *_tree(candidate.library)]
    lines += ["", "请留意：", *(f"  · {sentence}" for sentence in wrong)] if wrong else []
    return "\n".join((*lines, ""))


def _tree(library: Library) -> Iterator[str]:
    """A line for each clause of the two upper levels, with the number of those under it."""
    shown = [
        (clause, depth)
        for clause in library.clauses()
        if (depth := len(library.ancestors(clause.ref))) < _DEEPEST
    ]
    for clause, depth in shown[:_SHOWN]:
        under = len(library.descendants(clause.ref)) if depth == _DEEPEST - 1 else 0
        more = f"（下有 {under} 条）" if under else ""
        yield f"{'  ' * (depth + 1)}{clause.ref.number}　{_start(clause)}{more}"
    if len(shown) > _SHOWN:
        yield f"  ……另有 {len(shown) - _SHOWN} 条没有列出"


def _start(clause: Clause) -> str:
    first = clause.text.partition("\n")[0]
    return first if len(first) <= _WORDS else f"{first[:_WORDS]}……"


def _doubts(clauses: Sequence[Clause]) -> Iterator[str]:
    """What speaks for a layout that was not understood."""
    if not any(clause.kind in _NUMBERED for clause in clauses):
        yield "没有认出条款编号，全文按段落收录，只能按“第几段”引用"
    long = [clause for clause in clauses if len(clause.text) > _LONG]
    if long:
        yield f"有 {len(long)} 条超过 {_LONG} 字，可能没有读开：{_numbers(long)}"
    again = [clause for clause in clauses if "〔" in clause.ref.number]
    if again:
        yield f"有 {len(again)} 个条款号重复，已加序号区分：{_numbers(again)}"


def _numbers(clauses: Sequence[Clause]) -> str:
    more = " 等" if len(clauses) > _FEW else ""
    return "、".join(clause.ref.number for clause in clauses[:_FEW]) + more


def _findings(candidate: Candidate) -> Iterator[str]:
    found = check_document(candidate.library, candidate.document.id)
    for finding in found[:_FINDINGS]:
        places = "、".join(dict.fromkeys(ref.number for ref in finding.clauses[:_FEW]))
        yield f"{LABELS[finding.check]}：{finding.sentence}（{places}）"
    if len(found) > _FINDINGS:
        yield f"另有 {len(found) - _FINDINGS} 处，收录后用 clausebot documents check 看全"
