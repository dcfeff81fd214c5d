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
_Draw = Callable[[Understanding, str], Calculation | None]
_CERTIFICATE = (Outcome.SUSPENSION, Outcome.WITHDRAWAL, Outcome.CANCELLATION)


@dataclass(frozen=True, slots=True)
class Conclusions:
    """Draws conclusions from the clauses that were found, where that is certain."""

    library: Library
    status: Mapping[str, StatusRules]
    classification: Mapping[str, ClassificationRules]
    deadlines: Mapping[str, Sequence[DeadlineRule]]
    cues: Cues

    def from_clauses(
        self, asked: Understanding, refs: Sequence[ClauseRef]
    ) -> tuple[Calculation, ...]:
        """What the clauses mean for the case, in each document that something follows in.

        None where the question asks for no conclusion or none is certain.
        """
        if self.cues.holds("asks", "outcome", asked.words):
            draw = self._outcome
        elif self.cues.holds("asks", "level", asked.words):
            draw = self._level
        else:
            return ()
        documents = dict.fromkeys(ref.document for ref in refs)
        drawn = (self._certain(draw, asked, document, refs) for document in documents)
        return tuple(each for each in drawn if each)

    def _outcome(self, asked: Understanding, document: str) -> Calculation | None:
        rules = self.status.get(document)
        if rules is None:
            return None
        found = status(rules, StatusRequest(_words(asked)), self.deadlines.get(document, ()))
        labels = [outcome.label for outcome in _CERTIFICATE]
        about_a_certificate = any(label in asked.words for label in labels)
        return None if about_a_certificate and found.value not in labels else found

    def _level(self, asked: Understanding, document: str) -> Calculation | None:
        rules = self.classification.get(document)
        return classification(rules, ClassificationRequest(self._told(asked))) if rules else None

    def _certain(
        self, draw: _Draw, asked: Understanding, document: str, refs: Sequence[ClauseRef]
    ) -> Calculation | None:
        """The conclusion, if it rests first of all on the best clause or on an item of it.

        Where the question says little else than the name of the class, a lower place is enough.
        """
        try:
            found = draw(asked, document)
        except (OutOfRange, RuleAbsent):
            return None
        if found is None:
            return None
        rests_on = found.quotes[0].ref
        lists = [each.ref for each in self.library.ancestors(rests_on) if each.kind in _LISTS]
        best = next(ref for ref in refs if ref.document == document)
        agreed = best in (rests_on, *lists) or (rests_on in refs and self._is_named(asked, found))
        return found if agreed else None

    def _is_named(self, asked: Understanding, found: Calculation) -> bool:
        """Whether a name of the class, and of no other, makes up most of what is said."""
        if any(each.quote and each.quote.ref != found.quotes[0].ref for each in found.alternatives):
            return False
        tables = self.classification[found.document].tables if found.inputs.get("code") else ()
        rows = [row for table in tables for row in table.rows if row.code == found.inputs["code"]]
        told = self._told(asked)
        names = [name for row in rows for name in row.keywords if name in told]
        return max(map(len, names), default=0) * 2 > sum(map(str.isalnum, told))

    def _told(self, asked: Understanding) -> str:
        """The question without the scheme, without what it asks, and without words for anyone."""
        said = list(asked.schemes.rest)
        for group in ("asks", "idle"):
            for start, end in self.cues.spans(group, asked.schemes.rest):
                said[start:end] = " " * (end - start)
        return "".join(said)


def _words(asked: Understanding) -> str:
    """The question in the documents' words, and in its own where they differ."""
    own = asked.text.corrected
    return asked.words if own == asked.text.read else f"{asked.words} {own}"
