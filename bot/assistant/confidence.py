"""Whether what was found answers the question, or the documents are silent.

A logistic model over a few signals of the search and of the question's words. ``clausebot
calibrate`` measures its weights on questions that the documents answer and on questions that they
do not (`confidence.toml`). Clauses without a bank of questions are found by their own words only,
so that the same signals mean more; for them there is a second measurement
(`confidence_without_bank.toml`).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.assistant.familiar_words import FamiliarWords
from bot.assistant.retrieval import Found
from bot.assistant.scope import Scope
from bot.assistant.understanding import Understanding
from knowledge.question_bank import documents_with_questions

BUNDLED = Path(__file__).with_name("confidence.toml")
WITHOUT_BANK = Path(__file__).with_name("confidence_without_bank.toml")
_AMONG = 3


@dataclass(frozen=True, slots=True)
class Signals:
    """What the decision rests on, for one question."""

    meaning: float
    best_meaning: float
    words: float
    best_words: float
    lacks_figure: bool
    is_named: bool
    length: int
    in_document: float
    missing_word: float
    missing_pairs: float
    pairs_not_in_document: float
    longest_gap: int
    familiar: float
    has_bank: bool = True

    def as_row(self) -> tuple[float, ...]:
        """The signals as numbers, in the order of the weights."""
        return (
            self.meaning,
            self.best_meaning,
            self.words,
            self.best_words,
            float(self.lacks_figure),
            float(self.is_named),
            math.log1p(self.length),
            self.in_document,
            self.missing_word,
            self.missing_pairs,
            self.pairs_not_in_document,
            float(self.longest_gap),
            self.familiar,
        )


def signals_of(
    asked: Understanding,
    scope: Scope,
    hits: Sequence[Found],
    *,
    lacks_figure: bool,
    familiar: float,
) -> Signals:
    """The signals of a question and its hits, which must not be empty.

    ``familiar`` is what :class:`FamiliarWords` makes of the question.
    """
    top, lacking = hits[:_AMONG], hits[0].why.coverage
    return Signals(
        meaning=hits[0].why.dense,
        best_meaning=max(hit.why.dense for hit in top),
        words=hits[0].why.lexical,
        best_words=max(hit.why.lexical for hit in top),
        lacks_figure=lacks_figure,
        is_named=scope.is_named,
        length=len(asked.schemes.rest),
        in_document=lacking.in_document,
        missing_word=lacking.missing_word,
        missing_pairs=lacking.missing_pairs,
        pairs_not_in_document=lacking.pairs_not_in_document,
        longest_gap=lacking.longest_gap,
        familiar=familiar,
        has_bank=hits[0].ref.document in documents_with_questions(),
    )


@dataclass(frozen=True, slots=True)
class Confidence:
    """Answers where the probability that the best hit is an answer reaches the threshold."""

    weights: tuple[float, ...]
    bias: float
    threshold: float
    without_bank: Confidence | None = None
    words: FamiliarWords = field(default_factory=FamiliarWords)

    @classmethod
    def load(cls, file: Path = BUNDLED, without_bank: Path = WITHOUT_BANK) -> Confidence:
        """The measured weights, and those for documents without a bank of questions."""
        words = FamiliarWords.load()
        return replace(_read(file), without_bank=_read(without_bank), words=words)

    def probability(self, signals: Signals) -> float:
        """How likely the best hit answers, from 0 to 1."""
        total = self.bias + sum(
            weight * value for weight, value in zip(self.weights, signals.as_row(), strict=True)
        )
        return 1 / (1 + math.exp(-max(min(total, 30), -30)))

    def answers(self, signals: Signals) -> bool:
        """Whether the best hit is good enough to be called an answer."""
        if self.without_bank and not signals.has_bank:
            return self.without_bank.answers(signals)
        return self.probability(signals) >= self.threshold


def _read(file: Path) -> Confidence:
    data = tomllib.loads(file.read_text("utf-8"))
    return Confidence(tuple(data["weights"]), data["bias"], data["threshold"])
