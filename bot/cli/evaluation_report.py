"""The figures of an evaluation, as text and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.assistant.figures import as_json as figure
from bot.cli.table import table
from bot.evaluation import Measure, Report, Score, measures
from bot.ranking_ways import WITHOUT_BANK
from indexes.evaluation import Evaluation, Figures

_SHOWN = 2
_NOT_MEASURED = "—"
_MEDIAN, _SLOWEST = 0.5, 0.99
_KINDS = {
    "lookup": "查条款",
    "list": "整张列表",
    "conflict": "两处不一致",
    "mandays": "人日",
    "deadline": "期限",
    "sampling": "抽样",
    "fee": "费用",
    "clarify": "要反问",
    "abstain": "文件没有规定",
}
_MEASURES = {
    Measure.FIRST: "首位",
    Measure.AMONG_THREE: "前三",
    Measure.MEAN_RECIPROCAL_RANK: "MRR",
    Measure.WHOLE: "引全",
    Measure.EXACT: "数值准确",
    Measure.CLAUSE: "条款引对",
    Measure.ASKED_RIGHTLY: "反问正确",
    Measure.ABSTAINED_RIGHTLY: "拒答正确",
    Measure.ABSTAINED_WRONGLY: "误拒",
}
_WAYS = {
    "lexical": "只用词汇",
    "dense": "只用向量",
    "fused": "融合",
    WITHOUT_BANK: "融合，不用题库",
}


def as_text(report: Report, ways: Mapping[str, Evaluation]) -> Iterator[str]:
    """Lines for a terminal."""
    yield from (f"  {line}" for line in table(list(_rows(report)), numbers_from=1))
    yield f"  延迟 p50 {report.latency(_MEDIAN):.1f} ms，p99 {report.latency(_SLOWEST):.1f} ms"
    if ways:
        yield "  只看排序（不判断该不该拒答）"
        yield from (f"  {line}" for line in table(list(_ranked(ways)), numbers_from=2))


def as_json(report: Report, ways: Mapping[str, Evaluation]) -> dict[str, Any]:
    """For a program; shares from 0 to 1, latencies in milliseconds."""
    return {
        "questions": len(report.scores),
        "kinds": {
            kind: {"questions": len(scores), **measures(scores)}
            for kind, scores in report.by_kind().items()
        },
        "latency_ms": {"p50": report.latency(_MEDIAN), "p99": report.latency(_SLOWEST)},
        "ranking": {
            way: {kind: _figures(found) for kind, found in evaluation.groups.items()}
            for way, evaluation in ways.items()
        },
        "misses": [_missed(each) for each in report.misses()],
    }


def misses(report: Report) -> Iterator[str]:
    """What was not answered right, and what was said instead."""
    for each in report.misses():
        missed = _missed(each)
        yield f"- {missed['id']} [{missed['kind']}] {missed['q']}"
        yield f"    应为 {missed['documents']} {missed['wanted']}"
        quoted = [
            f"{c.quote.ref}「{c.quote.text[:30]}」".replace("\n", " ")
            for c in each.answer.citations[:_SHOWN]
        ]
        yield f"    得到 {each.answer.kind} {missed['values'] or ''} {quoted}"


def _rows(report: Report) -> Iterator[Sequence[str]]:
    """One kind a row; a column for each measure that applies to any of them."""
    kinds = {kind: (len(found), measures(found)) for kind, found in report.by_kind().items()}
    named = {each for _, found in kinds.values() for each in found}
    columns = [each for each in Measure if each in named]
    yield ("题型", "问数", *(_MEASURES[each] for each in columns))
    for kind, (count, found) in kinds.items():
        shares = (_shown(each, found.get(each)) for each in columns)
        yield (_KINDS.get(kind, kind), str(count), *shares)


def _ranked(ways: Mapping[str, Evaluation]) -> Iterator[Sequence[str]]:
    """A row for each kind in each way; the way is said once."""
    yield ("方式", "题型", "问数", "首位", "前三", "MRR")
    for way, evaluation in ways.items():
        said = _WAYS[way]
        for kind in sorted(evaluation.groups, key=list(_KINDS).index):
            found = evaluation.groups[kind]
            shares = (
                _shown(Measure.FIRST, found.first),
                _shown(Measure.AMONG_THREE, found.among_three),
                _shown(Measure.MEAN_RECIPROCAL_RANK, found.mean_reciprocal_rank),
            )
            yield (said, _KINDS[kind], str(found.questions), *shares)
            said = ""


def _shown(measure: Measure, value: float | None) -> str:
    if value is None:
        return _NOT_MEASURED
    return f"{value:.3f}" if measure is Measure.MEAN_RECIPROCAL_RANK else f"{value:.1%}"


def _figures(found: Figures) -> dict[str, float]:
    return {
        "questions": found.questions,
        Measure.FIRST: found.first,
        Measure.AMONG_THREE: found.among_three,
        Measure.MEAN_RECIPROCAL_RANK: found.mean_reciprocal_rank,
    }


def _missed(score: Score) -> dict[str, Any]:
    asked, answer = score.asked, score.answer
    return {
        "id": asked.id,
        "kind": asked.kind,
        "q": asked.question.text,
        "documents": sorted(asked.documents),
        "wanted": asked.expect or list(asked.all_of or asked.any_of),
        "answered": str(answer.kind),
        "values": [[c.document, c.label, figure(c.value)] for c in answer.calculations],
        "quoted": [str(citation.quote.ref) for citation in answer.citations],
    }
