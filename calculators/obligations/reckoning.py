"""The calculator of deadlines, asked about one certificate; it notes what it could not compute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from calculators.calculation import Calculation, Value
from calculators.deadline_rules import Combination, DeadlineRule, Direction
from calculators.deadline_terms import deadline_terms
from calculators.deadlines import deadline
from calculators.obligations import phrases
from calculators.obligations.entries import entries
from calculators.obligations.event import Event
from calculators.obligations.occurrence import Occurrence
from calculators.working_days import WorkingCalendar
from knowledge.errors import MissingInput, OutOfRange


@dataclass(frozen=True, slots=True)
class Gap:
    """An obligation whose day cannot be computed, and why in one Chinese sentence.

    ``missing`` are the events that would have to be recorded, by the names of triggers.
    """

    key: str
    topic: str
    label: str
    opened_by: Event
    text: str
    missing: tuple[str, ...] = ()


class Reckoning:
    """What one survey of a certificate is computed with. ``gaps`` grows while it is."""

    def __init__(
        self, rules: Sequence[DeadlineRule], today: date, calendar: WorkingCalendar
    ) -> None:
        self.entries = entries(rules)
        self.today = today
        self.calendar = calendar
        self.gaps: list[Gap] = []

    def calculation(
        self, rule: DeadlineRule, facts: Mapping[str, date], year: int | None = None
    ) -> Calculation:
        """What the rule gives for the facts; MissingInput or OutOfRange as the calculator says."""
        derived = self.entries.derived
        needed = [rule, *(each for each in derived if each is not rule)]
        return deadline(rule.id, needed, facts, self.today, self.calendar, year=year)

    def note(self, error: MissingInput | OutOfRange, occurrence: Occurrence) -> None:
        """That an obligation has no day."""
        rule = occurrence.rule
        missing = _missing(error, rule)
        text = phrases.unknown(rule.label, missing) if missing else str(error)
        gap = Gap(occurrence.key, occurrence.topic, rule.label, occurrence.opened_by, text, missing)
        self.gaps.append(gap)


def _missing(error: MissingInput | OutOfRange, rule: DeadlineRule) -> tuple[str, ...]:
    if not isinstance(error, MissingInput):
        return ()
    triggers = dict.fromkeys(limit.trigger for limit in rule.limits)
    asked = deadline_terms().triggers
    return tuple(each for each in triggers if asked[each].asked_name in error.names)


def days(rule: DeadlineRule, value: Value) -> tuple[date | None, date | None]:
    """The first and the last day that a rule sets; of two statements that disagree the earlier."""
    found = value if isinstance(value, tuple) else (value,)
    dates = [each for each in found if isinstance(each, date)]
    if rule.combination is Combination.WINDOW:
        return dates[0], dates[1]
    if rule.limits[0].direction is Direction.NO_EARLIER_THAN:
        return dates[0], None
    return None, dates[0]
