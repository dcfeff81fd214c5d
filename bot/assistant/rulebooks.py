"""All rulebooks of all documents, loaded once and checked against the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.person_day_rules import PersonDayRules
from calculators.rulebook import load_rulebook
from calculators.working_days import WorkingCalendar
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class Rulebooks:
    """The rules of every document that has any, by document id."""

    person_days: Mapping[str, PersonDayRules]
    deadlines: Mapping[str, tuple[DeadlineRule, ...]]
    calendar: WorkingCalendar

    @classmethod
    def load(cls, library: Library) -> Rulebooks:
        """Load every rulebook; RulebookError names the first entry that is wrong."""
        ids = [document.id for document in library.documents]
        person_days = {each: load_rulebook(PersonDayRules, each, library) for each in ids}
        return cls(
            {each: rules for each, rules in person_days.items() if rules is not None},
            {each: load_deadlines(each, library) for each in ids},
            WorkingCalendar.load(),
        )
