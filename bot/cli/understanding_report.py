"""How well questions are understood, as text and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from bot.cli.table import table
from bot.understanding_evaluation import Reading, accuracies

_FIELDS = {
    "calculator": "归谁回答",
    "schemes": "认证项目",
    "audit_types": "审核类型",
    "risks": "风险等级",
    "headcounts": "人数",
    "sites": "场所数",
    "dates": "日期和它是什么日子",
    "part_time": "兼职",
    "person_days": "已知人日",
    "shares": "比例",
    "site_kinds": "场所是否相似",
    "reductions": "减少的理由",
    "order": "第几次",
    "other_schemes": "没有收录的项目",
    "topics": "期限的题目",
    "wants": "要哪个数",
    "backwards": "反过来问",
}


def as_text(readings: Sequence[Reading]) -> Iterator[str]:
    """Lines for a terminal."""
    rows: list[tuple[str, ...]] = [("读什么", "问数", "准确", "说到的", "读对", "没说却读出")]
    for name, each in accuracies(readings).items():
        counts = (each.said, each.right, each.invented)
        shown = (f"{each.share:.1%}", *map(str, counts))
        rows.append((_FIELDS[name], str(each.compared), *shown))
    yield from (f"  {line}" for line in table(rows, numbers_from=1))
    yield f"  整句全对 {_whole(readings):.1%}"


def as_json(readings: Sequence[Reading]) -> dict[str, Any]:
    """For a program; shares from 0 to 1."""
    return {
        "questions": len(readings),
        "fields": {
            name: {**asdict(each), "share": each.share}
            for name, each in accuracies(readings).items()
        },
        "whole": _whole(readings),
        "misses": [_missed(each) for each in readings if each.wrong],
    }


def misses(readings: Sequence[Reading]) -> Iterator[str]:
    """What was read otherwise than meant."""
    for each in readings:
        if each.wrong:
            yield f"- {each.meant.id} {each.meant.question.text}"
            for name in sorted(each.wrong):
                wanted = each.meant.means.get(name, [])
                yield f"    {_FIELDS[name]}：应为 {wanted}，得到 {each.read[name]}"


def _whole(readings: Sequence[Reading]) -> float:
    return sum(not each.wrong for each in readings) / max(len(readings), 1)


def _missed(reading: Reading) -> dict[str, Any]:
    wrong = sorted(reading.wrong)
    return {
        "id": reading.meant.id,
        "q": reading.meant.question.text,
        "wanted": {name: reading.meant.means.get(name, []) for name in wrong},
        "read": {name: reading.read[name] for name in wrong},
    }
