"""Answers that quote: by clause number or by words, one scheme or several side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.assistant.answer import Answer
from bot.assistant.answer_types import AnswerType, contains, wanted
from bot.assistant.answering import Answering
from bot.assistant.clause_lookup import clauses_named, numbers_in
from bot.assistant.conclusions import Conclusions
from bot.assistant.confidence import Confidence, Signals, signals_of
from bot.assistant.retrieval import ClauseSearch, Found
from bot.assistant.scope import Scope
from bot.assistant.understanding import Understanding
from bot.assistant.understanding.numerals import find_numbers
from knowledge.bands import row_for
from knowledge.clause import Clause, ClauseRef, Quote

_HITS = 12
# A question with no more letters than these beside a clause number asks for that clause.
_WORDS_BESIDE_A_NUMBER = 12
_SHOWN = 3
_LETTERS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class ClauseAnswers:
    """Finds the clauses that answer a question, or finds that none does."""

    answering: Answering
    search: ClauseSearch
    confidence: Confidence
    conclusions: Conclusions

    def names_a_clause(self, asked: Understanding, scope: Scope) -> bool:
        """Whether the question is little more than the number of a clause that exists."""
        numbers = numbers_in(asked.text.typed)
        if not numbers or not self._named(asked, scope):
            return False
        rest = asked.text.typed
        for number in numbers:
            rest = rest.replace(number, "")
        return len(_LETTERS.findall(rest)) <= _WORDS_BESIDE_A_NUMBER

    def by_number(self, asked: Understanding, scope: Scope) -> Answer:
        """The clauses named, each with everything under it."""
        refs = [clause.ref for clause in self._named(asked, scope)]
        return self._quoting(asked, [self.answering.evidence.whole_clause(ref) for ref in refs])

    def by_words(self, asked: Understanding, scope: Scope) -> Answer:
        """The clauses that answer the question best, or what comes nearest if none does."""
        hits = self._hits(asked, scope)
        named = [clause.ref for clause in self._named(asked, scope)]
        if not named and not self._answers(asked, scope, hits):
            return self._nothing(scope, hits)
        numbers = [number.value for number in find_numbers(asked.words)]
        chosen = (
            row_for(self.answering.library, ref, numbers) for ref in self._chosen(hits, scope)
        )
        refs = list(dict.fromkeys((*named, *chosen)))
        quotes = self._quotes(refs, asked)
        concluded = self.conclusions.from_clauses(asked, [quote.ref for quote in quotes])
        if concluded:
            rests_on = [self.answering.evidence.in_full(each.quotes[0]) for each in concluded]
            return self.answering.calculation(asked, concluded, found=(*rests_on, *quotes))
        return self._quoting(asked, quotes)

    def signals(self, asked: Understanding, scope: Scope) -> Signals | None:
        """What decides between an answer and silence; None if that is decided already."""
        hits = () if scope.is_foreign else self._hits(asked, scope)
        return self._signals(asked, scope, hits) if hits else None

    def _hits(self, asked: Understanding, scope: Scope) -> Sequence[Found]:
        found = self.search.search(asked.search_text, scope.documents or None, _HITS)
        fitting = [hit for hit in found if self._within(hit.ref, scope)]
        return self._with_figure_first(asked, fitting)

    def _answers(self, asked: Understanding, scope: Scope, hits: Sequence[Found]) -> bool:
        if not hits or scope.is_foreign:
            return False
        return self.confidence.answers(self._signals(asked, scope, hits))

    def _signals(self, asked: Understanding, scope: Scope, hits: Sequence[Found]) -> Signals:
        sort = wanted(asked.text.corrected)
        lacks = sort is not None and not self._holds_figure(sort, hits[0].ref)
        familiar = self.confidence.words.score(asked.words_without_schemes)
        return signals_of(asked, scope, hits, lacks_figure=lacks, familiar=familiar)

    def _named(self, asked: Understanding, scope: Scope) -> Sequence[Clause]:
        library = self.answering.library
        return clauses_named(asked.text.typed, self._searched(scope), library)

    def _searched(self, scope: Scope) -> tuple[str, ...]:
        """The documents that a question of this scope is looked up in."""
        return scope.documents or tuple(each.id for each in self.answering.library.documents)

    def _within(self, ref: ClauseRef, scope: Scope) -> bool:
        """Whether the clause speaks of the other scheme or level that the question is about."""
        if not scope.beyond:
            return True
        words = self.answering.library.quote_whole(ref).text
        return all(word in words for word in scope.beyond)

    def _with_figure_first(self, asked: Understanding, hits: Sequence[Found]) -> Sequence[Found]:
        """Of the best few hits, those first that hold the sort of figure that is asked for."""
        sort = wanted(asked.text.corrected)
        if sort is None:
            return hits
        near = [hit for hit in hits[:_SHOWN] if self._holds_figure(sort, hit.ref)]
        return list(dict.fromkeys((*near, *hits)))

    def _holds_figure(self, sort: AnswerType, ref: ClauseRef) -> bool:
        library = self.answering.library
        above = library.clause(ref).parent
        words = library.quote_whole(ref).text + (library.quote(above).text if above else "")
        return contains(sort, words)

    def _chosen(self, hits: Sequence[Found], scope: Scope) -> list[ClauseRef]:
        if scope.is_named:
            return [hit.ref for hit in hits[:_SHOWN]]
        best: dict[str, Found] = {}
        for hit in hits:
            best.setdefault(hit.ref.document, hit)
        return [hit.ref for hit in best.values()]

    def _quotes(self, refs: Sequence[ClauseRef], asked: Understanding) -> list[Quote]:
        evidence = self.answering.evidence
        if "conflict" in asked.intents and (disputed := self._disputed(refs)):
            refs = list(dict.fromkeys((*disputed, *refs)))
        elif "list" in asked.intents:
            return [evidence.whole_list(refs[0]), *(evidence.clause(ref) for ref in refs[1:])]
        if len({ref.document for ref in refs}) > 1:
            return [evidence.clause(ref) for ref in refs]
        sides = self.answering.other_sides(refs[0])
        return [evidence.clause(ref) for ref in dict.fromkeys((refs[0], *sides, *refs[1:]))]

    def _disputed(self, refs: Sequence[ClauseRef]) -> tuple[ClauseRef, ...]:
        """The first of these clauses that another one contradicts, with that other one."""
        for ref in refs:
            if sides := self.answering.other_sides(ref):
                return (ref, *sides)
        return ()

    def _quoting(self, asked: Understanding, quotes: Iterable[Quote]) -> Answer:
        return self.answering.clauses(asked, self.answering.evidence.cite_all(quotes))

    def _nothing(self, scope: Scope, hits: Sequence[Found]) -> Answer:
        evidence = self.answering.evidence
        nearest = evidence.cite_all(evidence.clause(hit.ref) for hit in hits[:_SHOWN])
        return self.answering.nothing(self._searched(scope), nearest)
