"""What a clause that was found means for the case: the outcome it leads to, the level.

The search finds the clause; the rulebook says what follows from it. A conclusion is drawn only
where the calculator, reading the words by itself, comes to the same clause or to an item of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.assistant.understanding import Understanding
from bot.assistant.understanding.cues import Cues
from calculators.calculation import Calculation
from calculators.classification import (
    ClassificationRequest,
    ClassificationRules,
    classification,
)
from calculators.deadline_rules import DeadlineRule
from calculators.status import Outcome, StatusRequest, StatusRules, status
from knowledge.clause import ClauseKind, ClauseRef
from knowledge.errors import OutOfRange, RuleAbsent
from knowledge.library import Library

# A paragraph or a row above another row speaks of the whole, not of one of its items.
_LISTS = (ClauseKind.ANNEX, ClauseKind.TABLE, ClauseKind.SECTION, ClauseKind.ITEM)
_CERTIFICATE = (Outcome.SUSPENSION, Outcome.WITHDRAWAL, Outcome.CANCELLATION)


@dataclass(frozen=True, slots=True)
class Conclusions:
    """Draws conclusions from the clauses that were found, where that is certain."""

    library: Library
    status: Mapping[str, StatusRules]
    classification: Mapping[str, ClassificationRules]
    deadlines: Mapping[str, Sequence[DeadlineRule]]
    cues: Cues

    def from_clause(self, asked: Understanding, ref: ClauseRef) -> Calculation | None:
        """What the clause means for the case, or None where nothing is asked or certain."""
        if self.cues.holds("asks", "outcome", asked.words):
            return self._same(lambda: self._outcome(asked, ref.document), ref)
        if self.cues.holds("asks", "level", asked.words):
            return self._same(lambda: self._level(asked, ref.document), ref)
        return None

    def _outcome(self, asked: Understanding, document: str) -> Calculation | None:
        rules = self.status.get(document)
        if rules is None:
            return None
        found = status(rules, StatusRequest(asked.words), self.deadlines.get(document, ()))
        labels = [outcome.label for outcome in _CERTIFICATE]
        about_a_certificate = any(label in asked.words for label in labels)
        return None if about_a_certificate and found.value not in labels else found

    def _level(self, asked: Understanding, document: str) -> Calculation | None:
        rules = self.classification.get(document)
        return classification(rules, ClassificationRequest(asked.words)) if rules else None

    def _same(self, draw: Callable[[], Calculation | None], ref: ClauseRef) -> Calculation | None:
        """The conclusion, if it rests first of all on the clause or on an item of it."""
        try:
            found = draw()
        except (OutOfRange, RuleAbsent):
            return None
        if found is None:
            return None
        rests_on = found.quotes[0].ref
        lists = [each.ref for each in self.library.ancestors(rests_on) if each.kind in _LISTS]
        return found if ref in (rests_on, *lists) else None
