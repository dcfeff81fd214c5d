"""Answers that a calculator gives, for one scheme or for all of them side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot import wording
from bot.assistant.answer import Answer, Question
from bot.assistant.answering import Answering
from bot.assistant.attempt import Attempt
from bot.assistant.clarifying import clarification_for
from bot.assistant.routes import Routes
from bot.assistant.scope import Scope
from bot.assistant.understanding import Understanding
from knowledge.clause import ClauseRef, Quote


@dataclass(frozen=True, slots=True)
class CalculatedAnswers:
    """Tries the routes that a question is for, and makes an answer of what comes of it."""

    answering: Answering
    routes: Routes

    def is_for_us(self, asked: Understanding, scope: Scope) -> bool:
        """Whether the question may be computed: not where it is about another scheme or level."""
        combined = "combined" in asked.reductions and bool(asked.amounts.person_days)
        return not scope.beyond and (combined or not scope.is_foreign)

    def answer(self, asked: Understanding, question: Question, scope: Scope) -> Answer | None:
        """The answer of the first route that has one, or None."""
        for route in self.routes.applying(asked):
            documents = scope.documents or route.documents()
            attempts = [route.attempt(asked, each, question.today) for each in documents]
            attempts = [each for each in attempts if each.says_something]
            answer = self._answer(asked, attempts, scope)
            if answer is not None:
                return answer
        return None

    def _answer(
        self, asked: Understanding, attempts: Sequence[Attempt], scope: Scope
    ) -> Answer | None:
        usable = [each for each in attempts if each.calculations or each.missing]
        if not usable:
            return self._absent(asked, attempts) if scope.is_named else None
        missing = [name for each in usable for name in each.missing]
        if not scope.is_named and len(usable) > 1:
            missing.insert(0, "scheme")
        calculations = [result for each in usable for result in each.calculations]
        if not missing or (scope.is_named and calculations and len(usable) > 1):
            variations = usable[0].variations if len(usable) == 1 else ()
            return self.answering.calculation(asked, calculations, variations=variations)
        documents = tuple(each.document for each in usable)
        back = clarification_for(missing, self.answering.library, documents, asked.vague_dates)
        if calculations:
            return self.answering.calculation(asked, calculations, back)
        return self.answering.clarification(asked, back, self._governing(usable))

    def _absent(self, asked: Understanding, attempts: Sequence[Attempt]) -> Answer | None:
        """The clauses that give no number: an answer where they rule the thing in words."""
        pointed = [each for each in attempts if each.absent and each.clauses]
        if not pointed:
            return None
        library = self.answering.library
        reason = "".join(
            wording.named_elsewhere(library.document(each.document).short, each.absent.topic)
            for each in pointed
            if each.absent
        )
        quotes = self._governing(pointed)
        if all(each.in_words for each in pointed):
            citations = self.answering.evidence.cite_all(quotes)
            return self.answering.clauses(asked, citations, reason)
        return self.answering.absent(reason, quotes)

    def _governing(self, attempts: Sequence[Attempt]) -> Iterator[Quote]:
        """The clauses that rule what is asked, those of each document in turn."""
        for position in range(max((len(each.clauses) for each in attempts), default=0)):
            for each in attempts:
                if position < len(each.clauses):
                    ref = ClauseRef(each.document, each.clauses[position])
                    yield self.answering.evidence.clause(ref)
