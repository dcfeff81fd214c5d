"""All rulebooks of all documents, loaded once and checked against the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.fees import FeeRules
from calculators.person_day_rules import PersonDayRules
from calculators.rulebook import Book, load_rulebook
from calculators.sampling import SamplingRules
from calculators.working_days import WorkingCalendar
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class Rulebooks:
    """The rules of every document that has any, by document id."""

    person_days: Mapping[str, PersonDayRules]
    deadlines: Mapping[str, tuple[DeadlineRule, ...]]
    sampling: Mapping[str, SamplingRules]
    fees: Mapping[str, FeeRules]
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
            WorkingCalendar.load(),
        )


def _loaded(kind: type[Book], ids: Sequence[str], library: Library) -> dict[str, Book]:
    books = ((each, load_rulebook(kind, each, library)) for each in ids)
    return {each: book for each, book in books if book is not None}
