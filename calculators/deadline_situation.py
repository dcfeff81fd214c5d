"""What a deadline is computed from, and what is found on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from calculators.calculation import Alternative, Step
from calculators.deadline_rules import DeadlineRule, Limit
from calculators.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a deadline is computed from: a document's rules, facts, today, the calendar."""

    rules: Sequence[DeadlineRule]
    facts: Mapping[str, date]
    today: date
    calendar: WorkingCalendar
    year: int | None = None

    def about(self, topic: str, audit_type: str | None = None) -> list[DeadlineRule]:
        """The rules about a topic, narrowed to an audit type where one is given."""
        return [
            rule
            for rule in self.rules
            if (topic in rule.topics or topic == rule.id)
            and (audit_type is None or not rule.audit_types or audit_type in rule.audit_types)
        ]


@dataclass(frozen=True, slots=True)
class KnownDay:
    """The day of an event, how it is called, the steps that led to it, the facts that were used."""

    label: str
    day: date
    inputs: Mapping[str, str]
    steps: tuple[Step, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """Where a limit ends. ``exempt`` says why it does not count, where it does not."""

    limit: Limit
    start: KnownDay
    day: date
    step: Step
    warnings: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = field(default=())
    exempt: str = ""
