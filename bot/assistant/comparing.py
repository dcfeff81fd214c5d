"""Answers that put all schemes side by side: 「两次监督最多隔多久，各家比一下」."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.assistant.answer import Answer
from bot.assistant.answering import Answering
from bot.assistant.rulebooks import Rulebooks
from bot.assistant.scope import Scope
from bot.assistant.understanding import Understanding
from bot.assistant.understanding.cues import Cues
from calculators.audit_types import AuditType, RiskLevel
from calculators.comparison import (
    PERSON_DAYS,
    ComparedBooks,
    Comparison,
    compare,
    comparison_topics,
)
from calculators.person_day_request import PersonDayRequest
from knowledge.errors import MissingInput, OutOfRange


@dataclass(frozen=True, slots=True)
class Comparing:
    """Compares what a question is about over the schemes that it names, or over all."""

    answering: Answering
    rulebooks: Rulebooks
    cues: Cues

    def applies(self, asked: Understanding, scope: Scope) -> bool:
        """Whether the question wants several schemes side by side, and no date."""
        if len(scope.documents) == 1 or scope.beyond or scope.is_foreign or asked.exact_dates:
            return False
        if self.cues.holds("asks", "comparison", asked.words):
            return True
        return scope.is_named and self.cues.holds("asks", "difference", asked.words)

    def answer(self, asked: Understanding, scope: Scope) -> Answer | None:
        """The comparison, or None where the question is about nothing that can be compared."""
        books = self.rulebooks.compared(scope.documents)
        topic = topic_asked(asked, books)
        found = _compared(topic, books, asked) if topic else None
        if found is None or not any(row.calculation for row in found.rows):
            return None
        return self.answering.comparison(asked, found)


def topic_asked(asked: Understanding, books: ComparedBooks) -> str | None:
    """The topic that can be compared and that the question is about, or None."""
    if "person_days" in asked.intents:
        return PERSON_DAYS
    known = comparison_topics(books)
    thresholds = _thresholds_named(asked.words, books)
    return next((each for each in (*thresholds, *asked.topics) if each in known), None)


def _thresholds_named(words: str, books: ComparedBooks) -> Sequence[str]:
    return [
        requirement.id
        for rules in books.eligibility.values()
        for requirement in rules.requirements
        if requirement.value is not None and any(also in words for also in requirement.also)
    ]


def _compared(topic: str, books: ComparedBooks, asked: Understanding) -> Comparison | None:
    """None where facts are missing or impossible: who computes for one scheme says so."""
    try:
        return compare(topic, books, _request(asked))
    except (MissingInput, OutOfRange):
        return None


def _request(asked: Understanding) -> PersonDayRequest:
    return PersonDayRequest(
        audit_type=AuditType(asked.audit_types[0]) if asked.audit_types else None,
        headcount=asked.amounts.headcounts[0] if asked.amounts.headcounts else None,
        risk=RiskLevel(asked.risks[0]) if asked.risks else None,
    )
