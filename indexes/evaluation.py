"""Evaluation: how often the right clause comes first or among three, and which questions mislead.

``evaluate`` takes questions with the clauses that answer them, from wherever they come; the bank
itself can be split, one part to build from and one to ask.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from indexes.fusion import MEASURED, Weights
from indexes.search import Hit, Search
from knowledge.clause import ClauseRef
from knowledge.question_bank import QuestionBank

_DEPTH = 10
_FEW = 3

WAYS: dict[str, Weights] = {
    "lexical": Weights(dense=0.0, lexical=1.0),
    "dense": Weights(dense=1.0, lexical=0.0),
    "fused": MEASURED,
}
"""The ways of ranking that are worth comparing."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question, the documents it is narrowed to, and what is right.

    ``is_right`` judges a hit; ``group`` is what figures are gathered by (a document, a kind).
    """

    text: str
    documents: tuple[str, ...] | None
    group: str
    is_right: Callable[[Hit], bool]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of questions, 0 to 1; ``mean_reciprocal_rank`` counts ranks beyond ten as none."""

    questions: int
    first: float
    among_three: float
    mean_reciprocal_rank: float


@dataclass(frozen=True, slots=True)
class Miss:
    """A question whose right clause is not first; ``rank`` is None where it is not among ten."""

    question: AskedQuestion
    rank: int | None
    found: ClauseRef | None


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A question of the bank that finds another clause first; ``rank`` is that of its own."""

    ref: ClauseRef
    question: str
    rank: int | None
    found: ClauseRef | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures of all questions and of each group, and the misses."""

    total: Figures
    groups: dict[str, Figures]
    misses: tuple[Miss, ...]


def evaluate(search: Search, questions: Iterable[AskedQuestion]) -> Evaluation:
    """Ask every question and count at which rank the first right clause comes."""
    ranks: dict[str, list[int | None]] = defaultdict(list)
    misses: list[Miss] = []
    for question in questions:
        hits = search.search(question.text, question.documents, _DEPTH)
        rank = _rank(hits, question)
        ranks[question.group].append(rank)
        if rank != 1:
            misses.append(Miss(question, rank, hits[0].ref if hits else None))
    everything = [rank for group in ranks.values() for rank in group]
    return Evaluation(
        _figures(everything),
        {group: _figures(found) for group, found in sorted(ranks.items())},
        tuple(misses),
    )


def compare(
    searches: Callable[[Weights], Search], questions: Sequence[AskedQuestion]
) -> dict[str, Evaluation]:
    """The same questions asked in each of the ways."""
    return {name: evaluate(searches(weights), questions) for name, weights in WAYS.items()}


def asked(pairs: Iterable[tuple[ClauseRef, str]]) -> tuple[AskedQuestion, ...]:
    """Pairs of a bank as questions to their document; right is the clause itself."""
    return tuple(
        AskedQuestion(text, (ref.document,), ref.document, _is_clause(ref)) for ref, text in pairs
    )


def split(
    bank: QuestionBank, held_out: int, seed: int
) -> tuple[QuestionBank, tuple[tuple[ClauseRef, str], ...]]:
    """A bank without so many questions of each clause, drawn by chance, and those questions.

    A clause always keeps at least half of its questions.
    """
    draw = random.Random(seed)
    by_clause: dict[ClauseRef, list[str]] = defaultdict(list)
    for ref, question in bank.pairs():
        by_clause[ref].append(question)
    kept: list[tuple[ClauseRef, str]] = []
    out: list[tuple[ClauseRef, str]] = []
    for ref, questions in by_clause.items():
        draw.shuffle(questions)
        taken = min(held_out, len(questions) // 2)
        out.extend((ref, question) for question in questions[:taken])
        kept.extend((ref, question) for question in questions[taken:])
    return bank.with_only(kept), tuple(out)


def better_elsewhere(search: Search, bank: QuestionBank) -> tuple[Misplaced, ...]:
    """The questions of a bank that find another clause than their own, though they are indexed."""
    pairs = tuple(bank.pairs())
    questions = asked(pairs)
    own = dict(zip(questions, (ref for ref, _ in pairs), strict=True))
    return tuple(
        Misplaced(own[miss.question], miss.question.text, miss.rank, miss.found)
        for miss in evaluate(search, questions).misses
    )


def _is_clause(ref: ClauseRef) -> Callable[[Hit], bool]:
    return lambda hit: hit.ref == ref


def _rank(hits: Sequence[Hit], question: AskedQuestion) -> int | None:
    for rank, hit in enumerate(hits, start=1):
        if question.is_right(hit):
            return rank
    return None


def _figures(ranks: Sequence[int | None]) -> Figures:
    count = max(len(ranks), 1)
    return Figures(
        questions=len(ranks),
        first=sum(rank == 1 for rank in ranks) / count,
        among_three=sum(rank is not None and rank <= _FEW for rank in ranks) / count,
        mean_reciprocal_rank=sum(1 / rank for rank in ranks if rank) / count,
    )
