"""How well the assistant does on questions whose right answers are known (JSON lines).

A question holds ``id``, ``q``, ``kind``, ``today``, ``docs``, ``any_of``, ``all_of``, ``expect``.
A citation is right when its document is among ``docs`` and its quote contains one of ``any_of``,
white space aside.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.assistant.answer import Answer, AnswerKind, Question
from bot.assistant.assistant import Assistant
from bot.assistant.figures import JsonValue, as_json
from knowledge.errors import UnreadableDocument
from knowledge.verbatim import compact

_TOLERANCE = 0.001
QUOTED = frozenset({"lookup", "list", "conflict"})
"""The kinds of question that clauses answer, not calculators."""

_COMPUTED = frozenset({"mandays", "deadline", "sampling", "fee"})
# As the scoring of the questions has it: a longer quote is a page and not an answer.
LONGEST = {"lookup": 700, "list": 3000, "conflict": 3000}
_AMONG = 3


class Measure(StrEnum):
    """What is counted of the answers to one kind of question."""

    FIRST = "first"
    AMONG_THREE = "among_three"
    MEAN_RECIPROCAL_RANK = "mean_reciprocal_rank"
    WHOLE = "whole"
    EXACT = "exact"
    CLAUSE = "clause"
    ABSTAINED_RIGHTLY = "abstained_rightly"
    ASKED_RIGHTLY = "asked_rightly"
    ABSTAINED_WRONGLY = "abstained_wrongly"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its right answer."""

    id: str
    question: Question
    kind: str
    documents: frozenset[str]
    any_of: tuple[str, ...]
    all_of: tuple[str, ...]
    expect: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """How one question was answered; None where the measure does not apply to its kind."""

    asked: Asked
    answer: Answer
    milliseconds: float
    rank: int | None = None
    whole: bool | None = None
    exact: bool | None = None
    clause: bool | None = None
    abstained: bool = False
    asked_back: bool | None = None

    @property
    def is_right(self) -> bool:
        """Whether the main demand of the question's kind is met."""
        match self.asked.kind:
            case "lookup":
                return self.rank == 1
            case "list" | "conflict":
                return bool(self.whole)
            case "abstain":
                return self.abstained
            case "clarify":
                return bool(self.asked_back)
            case _:
                return bool(self.exact)


def read_questions(path: Path) -> Iterator[Asked]:
    """The questions of a file; UnreadableDocument names the line that is wrong."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.strip():
            try:
                yield _asked(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise UnreadableDocument(str(path), f"第 {number} 行不是一个提问") from error


def _asked(body: dict[str, Any]) -> Asked:
    return Asked(
        id=body["id"],
        question=Question(body["q"], date.fromisoformat(body["today"])),
        kind=body["kind"],
        documents=frozenset(body.get("docs") or ()),
        any_of=tuple(body.get("any_of") or ()),
        all_of=tuple(body.get("all_of") or ()),
        expect=body.get("expect") or {},
    )


def score(assistant: Assistant, asked: Asked) -> Score:
    """Ask one question and compare the answer with the right one."""
    start = time.perf_counter()
    answer = assistant.answer(asked.question)
    elapsed = (time.perf_counter() - start) * 1000
    quotes = [
        compact(citation.quote.text) if citation.quote.ref.document in asked.documents else ""
        for citation in answer.citations
    ]
    abstained = answer.kind is AnswerKind.NO_ANSWER
    if asked.kind in QUOTED:
        return _quoted(asked, answer, elapsed, quotes, abstained=abstained)
    if asked.kind in _COMPUTED:
        clause = any(phrase in quote for phrase in asked.any_of for quote in quotes)
        return Score(
            asked,
            answer,
            elapsed,
            exact=_is_exact(asked, answer),
            clause=clause,
            abstained=abstained,
        )
    back = answer.clarification.ask if answer.clarification else ()
    return Score(
        asked,
        answer,
        elapsed,
        abstained=abstained,
        asked_back=answer.kind is AnswerKind.CLARIFICATION and asked.expect.get("ask") in back
        if asked.kind == "clarify"
        else None,
    )


def _quoted(
    asked: Asked, answer: Answer, elapsed: float, quotes: Sequence[str], *, abstained: bool
) -> Score:
    longest = LONGEST[asked.kind]
    right = [
        place
        for place, quote in enumerate(quotes, start=1)
        if len(quote) <= longest and any(phrase in quote for phrase in asked.any_of)
    ]
    whole = None
    if asked.all_of:
        whole = all(any(phrase in quote for quote in quotes) for phrase in asked.all_of)
    return Score(
        asked, answer, elapsed, rank=min(right, default=None), whole=whole, abstained=abstained
    )


def _is_exact(asked: Asked, answer: Answer) -> bool:
    tolerance = asked.expect.get("tolerance", _TOLERANCE)
    accepted = [asked.expect["value"], *asked.expect.get("also", [])]
    right = any(
        _same(as_json(calculation.value), value, tolerance)
        for calculation in answer.calculations
        if calculation.document in asked.documents
        for value in accepted
    )
    return right and all(each.document in asked.documents for each in answer.calculations)


def _same(found: JsonValue, wanted: Any, tolerance: float) -> bool:
    if isinstance(wanted, list):
        return (
            isinstance(found, list)
            and len(found) == len(wanted)
            and all(_same(a, b, tolerance) for a, b in zip(found, wanted, strict=True))
        )
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return abs(found - wanted) <= tolerance
    return bool(found == wanted)


@dataclass
class Report:
    """The scores of many questions, summed up per kind."""

    scores: list[Score] = field(default_factory=list)

    @classmethod
    def of(cls, assistant: Assistant, questions: Iterable[Asked]) -> Report:
        """Ask all questions."""
        return cls([score(assistant, asked) for asked in questions])

    def by_kind(self) -> dict[str, list[Score]]:
        """The scores of each kind, in the order in which the kinds first appear."""
        kinds: dict[str, list[Score]] = defaultdict(list)
        for each in self.scores:
            kinds[each.asked.kind].append(each)
        return dict(kinds)

    def misses(self) -> list[Score]:
        """The questions that were not answered right."""
        return [each for each in self.scores if not each.is_right]

    def latency(self, share: float) -> float:
        """The latency in milliseconds that this share of the questions stays within."""
        ordered = sorted(each.milliseconds for each in self.scores)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


def measures(scores: Sequence[Score]) -> dict[Measure, float]:
    """The measures that apply to one kind of question: shares from 0 to 1."""
    kind = scores[0].asked.kind
    if kind == "abstain":
        return {Measure.ABSTAINED_RIGHTLY: _share(each.abstained for each in scores)}
    wrongly = {Measure.ABSTAINED_WRONGLY: _share(each.abstained for each in scores)}
    if kind in QUOTED:
        return _found(scores) | wrongly
    if kind in _COMPUTED:
        return {
            Measure.EXACT: _share(bool(each.exact) for each in scores),
            Measure.CLAUSE: _share(bool(each.clause) for each in scores),
        } | wrongly
    return {Measure.ASKED_RIGHTLY: _share(each.is_right for each in scores)} | wrongly


def _found(scores: Sequence[Score]) -> dict[Measure, float]:
    found: dict[Measure, float] = {}
    if ranks := [each.rank for each in scores if each.asked.any_of]:
        found[Measure.FIRST] = _share(rank == 1 for rank in ranks)
        found[Measure.AMONG_THREE] = _share(rank is not None and rank <= _AMONG for rank in ranks)
        found[Measure.MEAN_RECIPROCAL_RANK] = sum(1 / rank for rank in ranks if rank) / len(ranks)
    if whole := [each.whole for each in scores if each.whole is not None]:
        found[Measure.WHOLE] = _share(whole)
    return found


def _share(values: Iterable[bool]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
