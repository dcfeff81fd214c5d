"""All rulebooks of all documents, loaded once and checked against the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from calculators.classification import ClassificationRules
from calculators.comparison import ComparedBooks
from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.eligibility_rules import EligibilityRules
from calculators.fees import FeeRules
from calculators.person_day_rules import PersonDayRules
from calculators.rulebook import Book, load_rulebook
from calculators.sampling import SamplingRules
from calculators.status import StatusRules
from calculators.working_days import WorkingCalendar
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class Rulebooks:
    """The rules of every document that has any, by document id."""

    person_days: Mapping[str, PersonDayRules]
    deadlines: Mapping[str, tuple[DeadlineRule, ...]]
    sampling: Mapping[str, SamplingRules]
    fees: Mapping[str, FeeRules]
    classification: Mapping[str, ClassificationRules]
    eligibility: Mapping[str, EligibilityRules]
    status: Mapping[str, StatusRules]
    calendar: WorkingCalendar

    @classmethod
    def load(cls, library: Library) -> Rulebooks:
        """Load every rulebook; RulebookError names the first entry that is wrong."""
        ids = [document.id for document in library.documents]
        return cls(
            _loaded(PersonDayRules, ids, library),
            {each: load_deadlines(each, library) for each in ids},
            _loaded(SamplingRules, ids, library),
            _loaded(FeeRules, ids, library),
            _loaded(ClassificationRules, ids, library),
            _loaded(EligibilityRules, ids, library),
            _loaded(StatusRules, ids, library),
            WorkingCalendar.load(),
        )

    def compared(self, documents: Sequence[str] = ()) -> ComparedBooks:
        """The rules that can be put side by side, of these documents or of all that have any."""
        ids = documents or [each for each in self.deadlines if self._has_rules(each)]
        return ComparedBooks(
            {each: self.deadlines.get(each, ()) for each in ids},
            {each: self.person_days[each] for each in ids if each in self.person_days},
            {each: self.eligibility[each] for each in ids if each in self.eligibility},
        )

    def _has_rules(self, document: str) -> bool:
        books = (self.deadlines, self.person_days, self.eligibility)
        return any(book.get(document) for book in books)


def _loaded(kind: type[Book], ids: Sequence[str], library: Library) -> dict[str, Book]:
    books = ((each, load_rulebook(kind, each, library)) for each in ids)
    return {each: book for each, book in books if book is not None}
