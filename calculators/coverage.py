"""Which rule is computed where, by which case it is tested, or why it cannot be computed.

``coverage_table`` makes ``calculators/COVERAGE.md``; a test compares the file with it.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from calculators.checklists import Checklists
from calculators.classification import ClassificationRules
from calculators.deadline_rules import (
    DeadlineRule,
    DeadlinesNotComputed,
    NotComputed,
    load_deadlines,
)
from calculators.deadline_terms import deadline_terms
from calculators.eligibility_rules import EligibilityRules
from calculators.fees import FeeRules
from calculators.person_day_rules import PersonDayRules
from calculators.rulebook import Rows, Rulebook, load_rulebook, rules_of
from calculators.sampling import SamplingRules
from calculators.status import StatusRules
from knowledge.library import Library

CASES = Path(__file__).parents[1] / "tests" / "cases"
TABLE = Path(__file__).parent / "COVERAGE.md"
MANY = 2
DEADLINES = "deadlines"
AUDIT_TIME = {"audit_time": PersonDayRules.subject}
"""Calculators whose rules stand in the rulebook of another subject."""
_HEAD = [
    "| 条款 | 原文 | 计算器 | 规则 | 案例，或为什么不能计算 |",
    "| --- | --- | --- | --- | --- |",
]


class OthersNotComputed(Rulebook):
    """What a document says, other than about time, that nothing can be computed from."""

    subject: ClassVar[str] = "not_computed"

    not_computed: Rows[NotComputed]


COMPUTED: tuple[type[Rulebook], ...] = (
    PersonDayRules,
    SamplingRules,
    FeeRules,
    ClassificationRules,
    EligibilityRules,
    StatusRules,
    Checklists,
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A rule, the calculator and key that hold it, its cases, or why nothing is computed."""

    document: str
    clause: str
    words: str
    calculator: str
    key: str
    cases: tuple[str, ...] = ()
    why: str = ""


def coverage(library: Library, cases: Path = CASES) -> tuple[Coverage, ...]:
    """Every rule of every rulebook, in the order of the catalogue."""
    reached = _cases_by_rule(cases)
    found: list[Coverage] = []
    for document in library.documents:
        for kind in COMPUTED:
            found.extend(_computed(kind, document.id, library, reached))
        found.extend(_deadlines(document.id, library, reached))
        found.extend(_not_computed(document.id, library))
    return tuple(found)


def _computed(
    kind: type[Rulebook],
    document: str,
    library: Library,
    reached: Mapping[tuple[str, ...], list[str]],
) -> Iterator[Coverage]:
    book = load_rulebook(kind, document, library)
    if book is None:
        return
    for key, rule in rules_of(book):
        cases = reached.get((document, kind.subject, key), [])
        yield Coverage(document, rule.clause, rule.quote, kind.subject, key, tuple(cases))


def _deadlines(
    document: str, library: Library, reached: Mapping[tuple[str, ...], list[str]]
) -> Iterator[Coverage]:
    for rule in load_deadlines(document, library):
        cases = _cases_of(rule, document, reached)
        for source in (*rule.limits, *rule.undated):
            yield Coverage(
                document, source.clause, source.quote, DEADLINES, rule.id, cases, rule.why_undated
            )


def _cases_of(
    rule: DeadlineRule, document: str, reached: Mapping[tuple[str, ...], list[str]]
) -> tuple[str, ...]:
    wider = [
        name
        for name, topic in deadline_terms().topics.items()
        if set(topic.one_of) & {rule.id, *rule.topics}
    ]
    names = [rule.id, *rule.topics, *wider]
    found = [case for name in names for case in reached.get((document, DEADLINES, name), [])]
    return tuple(dict.fromkeys(found))


def _not_computed(document: str, library: Library) -> Iterator[Coverage]:
    times = load_rulebook(DeadlinesNotComputed, document, library)
    others = load_rulebook(OthersNotComputed, document, library)
    for rule in (*(times.not_computed if times else ()), *(others.not_computed if others else ())):
        yield Coverage(document, rule.clause, rule.quote, "", "", (), rule.why)


def _cases_by_rule(folder: Path) -> Mapping[tuple[str, ...], list[str]]:
    """The ids of the cases by document, subject and key of the rules that they name."""
    reached: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for path in sorted((folder / "by_hand").glob("*.toml")):
        file = _read(path)
        subject = AUDIT_TIME.get(file["calculator"], file["calculator"])
        for case in file["case"]:
            for key in case.get("rules", []):
                reached[case["document"], subject, key].append(case["id"])
    for path in sorted((folder / DEADLINES).glob("*.toml")):
        for case in _read(path)["case"]:
            reached[path.stem, DEADLINES, case["topic"]].append(case["id"])
    return reached


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def coverage_table(library: Library, cases: Path = CASES) -> str:
    """The table in Markdown, in Chinese, with a summary above it."""
    found = coverage(library, cases)
    lines = [
        "# 规则覆盖表",
        "",
        "由 `clausebot rules coverage` 生成，请勿手改。",
        "每条规则在哪里计算、由哪个案例核对，或为什么不能计算。",
        "",
        "| 文件 | 可计算 | 原文没有数字 | 不能计算 | 合计 |",
        "| --- | --- | --- | --- | --- |",
        *(_summary(document.id, found) for document in library.documents),
    ]
    for document in library.documents:
        lines += ["", f"## {document.id} {document.title}", ""]
        lines += _HEAD
        lines += [_line(each) for each in found if each.document == document.id]
    return "\n".join(lines) + "\n"


def _summary(document: str, found: tuple[Coverage, ...]) -> str:
    ours = [each for each in found if each.document == document]
    undated = sum(bool(each.calculator and each.why) for each in ours)
    absent = sum(not each.calculator for each in ours)
    computed = len(ours) - undated - absent
    return f"| {document} | {computed} | {undated} | {absent} | {len(ours)} |"


def _line(each: Coverage) -> str:
    first = "、".join(each.cases[:MANY])
    more = f" 等 {len(each.cases)} 个" if len(each.cases) > MANY else ""
    proof = "；".join(filter(None, [each.why, first + more]))
    cells = (each.clause, " ".join(each.words.split()), each.calculator, each.key, proof)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def write_coverage(library: Library, cases: Path = CASES, target: Path = TABLE) -> int:
    """Write the table and return how many rules it lists."""
    target.write_text(coverage_table(library, cases), "utf-8")
    return len(coverage(library, cases))
