"""What all answers are made with: the library, the evidence, the faults on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot import wording
from bot.assistant import composing
from bot.assistant.answer import Answer, AnswerKind, Citation, Clarification
from bot.assistant.evidence import Evidence
from bot.assistant.understanding import Understanding
from calculators.calculation import Calculation
from calculators.comparison import Compared, Comparison
from calculators.person_day_variations import Variation
from knowledge.clause import ClauseRef, Quote
from knowledge.errata import Errata, Erratum, FaultKind
from knowledge.library import Library
from knowledge.verbatim import compact

# A calculator warns of an open point exactly where it decides the result.
_WARNED_OF_BY_CALCULATORS = (FaultKind.AMBIGUITY, FaultKind.UNDEFINED, FaultKind.MISSING)
_SAME_OPENING = 12


@dataclass(frozen=True, slots=True)
class Answering:
    """Puts answers together; every quote passes the evidence's check."""

    library: Library
    evidence: Evidence
    errata: Errata

    def clauses(
        self, asked: Understanding, citations: Sequence[Citation], note: str = ""
    ) -> Answer:
        """An answer that quotes."""
        warnings = tuple(
            dict.fromkeys(each.warning for each in self._faults(c.quote for c in citations))
        )
        text = composing.joined(
            composing.reading_text(asked.text.replacements),
            note,
            composing.quotes_text(citations),
            composing.warnings_text(warnings),
        )
        return Answer(AnswerKind.CLAUSES, text, tuple(citations), warnings=warnings)

    def calculation(
        self,
        asked: Understanding,
        calculations: Sequence[Calculation],
        clarification: Clarification | None = None,
        *,
        found: Sequence[Quote] = (),
        variations: tuple[Variation, ...] = (),
    ) -> Answer:
        """An answer that computes, and asks back where ``clarification`` says so.

        ``found`` are quotes that stand before those of the calculations.
        """
        quotes = dict.fromkeys((*found, *map(self.evidence.in_full, _quotes(calculations))))
        citations = self.evidence.cite_all(quotes)
        warnings = self._warnings(calculations, citations)
        text = composing.joined(
            clarification.prompt if clarification else "",
            composing.calculation_text(self.library, calculations),
            composing.variations_text(variations),
            composing.warnings_text(warnings),
            composing.quotes_text(citations),
            composing.reading_text(asked.text.replacements),
        )
        kind = AnswerKind.CLARIFICATION if clarification else AnswerKind.CALCULATION
        return Answer(
            kind, text, citations, tuple(calculations), clarification, warnings, variations
        )

    def comparison(self, asked: Understanding, comparison: Comparison) -> Answer:
        """An answer that puts schemes side by side, the strictest marked."""
        results = [_marked(row, row.calculation) for row in comparison.rows if row.calculation]
        citations = self.evidence.cite_all(self._governing(comparison))
        warnings = self._warnings(results, citations)
        text = composing.joined(
            composing.calculation_text(self.library, results),
            composing.absent_text(self.library, comparison),
            composing.warnings_text(warnings),
            composing.quotes_text(citations),
            composing.reading_text(asked.text.replacements),
        )
        return Answer(
            AnswerKind.CALCULATION,
            text,
            citations,
            tuple(results),
            warnings=warnings,
            comparison=comparison,
        )

    def _governing(self, comparison: Comparison) -> Iterator[Quote]:
        """The first clause of each row: of what is demanded first, then of what is not said."""
        for row in comparison.rows:
            if row.calculation:
                yield self.evidence.in_full(row.calculation.quotes[0])
        for row in comparison.rows:
            if row.absent and row.absent.clauses:
                yield self.evidence.clause(ClauseRef(row.document, row.absent.clauses[0]))

    def clarification(
        self, asked: Understanding, clarification: Clarification, quotes: Iterable[Quote]
    ) -> Answer:
        """A question back that quotes the rule meanwhile."""
        citations = self.evidence.cite_all(quotes)
        text = composing.joined(
            clarification.prompt,
            composing.quotes_text(citations),
            composing.reading_text(asked.text.replacements),
        )
        return Answer(AnswerKind.CLARIFICATION, text, citations, clarification=clarification)

    def absent(self, reason: str, quotes: Iterable[Quote]) -> Answer:
        """The documents name the rule but do not contain it."""
        citations = self.evidence.cite_all(quotes)
        text = composing.joined(reason, composing.quotes_text(citations), wording.OFFER_TO_NOTE)
        return Answer(AnswerKind.NO_ANSWER, text, citations)

    def nothing(self, documents: Iterable[str], nearest: Sequence[Citation]) -> Answer:
        """The documents do not answer; says what was searched and what comes nearest."""
        titles = [self.library.document(each).short for each in documents]
        shown = composing.quotes_text(nearest[:1])
        text = composing.joined(
            wording.no_answer(titles),
            wording.nearest() if shown else "",
            shown,
            wording.OFFER_TO_NOTE if shown else "",
        )
        return Answer(AnswerKind.NO_ANSWER, text, tuple(nearest))

    def _warnings(
        self, calculations: Sequence[Calculation], citations: Sequence[Citation]
    ) -> tuple[str, ...]:
        own = [warning for calculation in calculations for warning in calculation.warnings]
        said = {_opening(warning) for warning in own}
        faults = [
            erratum.warning
            for erratum in self._faults(citation.quote for citation in citations)
            if erratum.kind not in _WARNED_OF_BY_CALCULATORS
            and _opening(erratum.warning) not in said
        ]
        return tuple(dict.fromkeys((*own, *faults)))

    def _faults(self, quotes: Iterable[Quote]) -> Iterator[Erratum]:
        """The material faults whose words are among those quoted."""
        for quote in quotes:
            for erratum in self.errata.within(quote.ref):
                if erratum.is_material and _touches(erratum, quote):
                    yield erratum

    def other_sides(self, ref: ClauseRef) -> tuple[ClauseRef, ...]:
        """The clauses that say something else about the same thing, where two disagree."""
        return tuple(
            dict.fromkeys(
                place.quote.ref
                for erratum in self.errata.of(ref)
                if erratum.kind is FaultKind.DISAGREEMENT and erratum.is_material
                for place in erratum.sides
                if place.quote.ref != ref
            )
        )


def _marked(row: Compared, calculation: Calculation) -> Calculation:
    if not row.strictest:
        return calculation
    return replace(calculation, label=wording.strictest(calculation.label))


def _opening(warning: str) -> str:
    """The first words of a warning: two that begin alike say the same."""
    return compact(warning)[:_SAME_OPENING]


def _touches(erratum: Erratum, quote: Quote) -> bool:
    """Whether the words at fault are among those quoted, not only in the same clause."""
    shown = compact(quote.text)
    return any(compact(place.quote.text) in shown for place in erratum.places)


def _quotes(calculations: Sequence[Calculation]) -> Iterable[Quote]:
    """The governing quotes of each calculation in turn, then those of the steps."""
    for position in range(max((len(each.quotes) for each in calculations), default=0)):
        for each in calculations:
            if position < len(each.quotes):
                yield each.quotes[position]
    for each in calculations:
        yield from (step.quote for step in each.steps if step.quote)
