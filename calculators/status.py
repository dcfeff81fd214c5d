"""Status of certificates (证书状态): which findings lead to what, by whom, within how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from calculators.calculation import Calculation
from calculators.deadline_rules import DeadlineRule
from calculators.derivation import Derivation
from calculators.enumerations import Enumeration
from calculators.resemblance import resemblance
from calculators.rulebook import Rows, Rulebook, Source, load_rulebook
from knowledge.clause import Quote
from knowledge.errors import OutOfRange, RuleAbsent
from knowledge.library import Library

CALCULATOR = "status"
TOPIC = "证书状态的处理"


class Outcome(StrEnum):
    """What a finding leads to."""

    SUSPENSION = "suspension"
    WITHDRAWAL = "withdrawal"
    CANCELLATION = "cancellation"
    RESTORATION = "restoration"
    SCOPE_REDUCTION = "scope_reduction"
    TERMINATION = "termination"
    REFUSAL = "refusal"
    NOT_GRANTED = "not_granted"
    EXTRA_AUDIT = "extra_audit"
    CHANGE = "change"
    SANCTION = "sanction"
    KEPT = "kept"

    @property
    def label(self) -> str:
        """The name in the documents."""
        return _LABELS[self]


_LABELS = {
    Outcome.SUSPENSION: "暂停",
    Outcome.WITHDRAWAL: "撤销",
    Outcome.CANCELLATION: "注销",
    Outcome.RESTORATION: "恢复",
    Outcome.SCOPE_REDUCTION: "缩小认证范围",
    Outcome.TERMINATION: "终止审核",
    Outcome.REFUSAL: "不受理",
    Outcome.NOT_GRANTED: "不予通过",
    Outcome.EXTRA_AUDIT: "增加审核",
    Outcome.CHANGE: "变更",
    Outcome.SANCTION: "处置",
    Outcome.KEPT: "保持",
}


class Act(Source):
    """Who does what, in Chinese, with the words that say so."""

    text: str


class Finding(Enumeration):
    """Findings with one outcome, as the document enumerates them.

    ``acts`` say who acts and how; ``periods`` are ids of the deadline rules that limit the acts;
    ``staff_words`` are other words for an item, by its clause.
    """

    outcome: Annotated[Outcome, Field(strict=False)]
    acts: Rows[Act] = ()
    periods: Rows[str] = ()
    staff_words: dict[str, Rows[str]] = Field(default_factory=dict)


class StatusRules(Rulebook):
    """The findings of one document and what they lead to."""

    subject: ClassVar[str] = "status"

    findings: Rows[Finding]


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """Words about what was found, an outcome whose findings are asked for, or both."""

    words: str = ""
    outcome: Outcome | None = None
    finding: str | None = None


@dataclass(frozen=True, slots=True)
class _Match:
    score: Fraction
    finding: Finding
    point: Quote


def status_rules(document: str, library: Library, folder: Path | None = None) -> StatusRules:
    """The document's rules on status; RuleAbsent where none is recorded."""
    rules = load_rulebook(StatusRules, document, library, folder)
    if rules is None:
        raise RuleAbsent(document, TOPIC)
    return rules


def status(
    rules: StatusRules, request: StatusRequest, deadlines: Sequence[DeadlineRule]
) -> Calculation:
    """What the words lead to, or how many findings lead to an outcome.

    The value is the outcome's Chinese name, or a number of findings where only an outcome or the id
    of a list is asked for. RuleAbsent where the document has no such outcome, OutOfRange where no
    finding is near the words.
    """
    wanted = [
        each
        for each in rules.findings
        if request.outcome in (None, each.outcome) and request.finding in (None, each.id)
    ]
    if not wanted:
        raise RuleAbsent(rules.document, TOPIC)
    if not request.words:
        return _enumerated(rules, wanted[0], deadlines, request)
    return _matched(rules, _matches(wanted, request.words), deadlines, request)


def _enumerated(
    rules: StatusRules,
    finding: Finding,
    deadlines: Sequence[DeadlineRule],
    request: StatusRequest,
) -> Calculation:
    derivation = Derivation()
    derivation.lead(finding)
    derivation.note(finding)
    for place, point in enumerate(finding.points, start=1):
        derivation.recite(f"第 {place} 种情形", finding.value, point)
    _act(finding, deadlines, derivation)
    return derivation.conclude(
        rules.document,
        CALCULATOR,
        label=finding.label,
        value=finding.value,
        unit="种",
        inputs=_inputs(request),
    )


def _matches(findings: Sequence[Finding], words: str) -> list[_Match]:
    found = [
        _Match(resemblance(words, point.text, _keywords(finding, point)), finding, point)
        for finding in findings
        for point in finding.points
    ]
    near = [match for match in found if match.score * 2 > 1]
    if not near:
        raise OutOfRange("finding", words, f"没有与“{words}”相近的情形，请换个说法。")
    return sorted(near, key=lambda match: -match.score)


def _keywords(finding: Finding, point: Quote) -> tuple[str, ...]:
    alone = finding.also if len(finding.points) == 1 else ()
    return (*finding.staff_words.get(point.ref.number, ()), *alone)


def _matched(
    rules: StatusRules,
    matches: Sequence[_Match],
    deadlines: Sequence[DeadlineRule],
    request: StatusRequest,
) -> Calculation:
    best = matches[0]
    derivation = Derivation()
    outcome = best.finding.outcome.label
    derivation.recite(f"属于“{best.finding.label}”的情形：{outcome}", outcome, best.point)
    derivation.leading.append(best.point)
    derivation.mention(best.finding)
    _act(best.finding, deadlines, derivation)
    for other in matches[1:]:
        if other.finding.outcome is not best.finding.outcome and other.score * 2 >= best.score:
            derivation.offer(other.finding.outcome.label, f"也近于“{other.point.text}”")
    return derivation.conclude(
        rules.document,
        CALCULATOR,
        label=best.finding.label,
        value=outcome,
        unit="",
        inputs=_inputs(request),
    )


def _act(finding: Finding, deadlines: Sequence[DeadlineRule], derivation: Derivation) -> None:
    for act in finding.acts:
        derivation.step(act.text, finding.outcome.label, act)
    for rule in deadlines:
        if rule.id in finding.periods:
            for limit in rule.limits:
                length = str(limit.offset) if limit.offset.value else "当日"
                derivation.step(f"{rule.label}：{length}（自{limit.event.label}起）", length, limit)


def _inputs(request: StatusRequest) -> dict[str, str | int | float | None]:
    facts: dict[str, str | int | float | None] = {
        "words": request.words or None,
        "outcome": request.outcome,
        "finding": request.finding,
    }
    return {name: value for name, value in facts.items() if value is not None}
