"""A rule that applies to a certificate once, and the facts of that one time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calculators.deadline_rules import DeadlineRule
from calculators.obligations.entries import Entry
from calculators.obligations.event import Event
from calculators.obligations.obligation import Obligation
from calculators.obligations.terms import TopicTerms
from calculators.obligations.timeline import Cycle


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a rule applies.

    ``start`` is the event from which on acts count, where it is not the one that opened it.
    ``parent`` is the surveillance or the expiry that it hangs on, ``nth`` its anniversary.
    """

    entry: Entry
    opened_by: Event
    start: Event
    cycle: Cycle | None
    facts: Mapping[str, date]
    parent: Obligation | None = None
    year: int | None = None
    nth: int | None = None
    warnings: tuple[str, ...] = ()

    @property
    def rule(self) -> DeadlineRule:
        """The rule that applies."""
        return self.entry.rule

    @property
    def topic(self) -> str:
        """What it is about."""
        return self.entry.topic

    @property
    def terms(self) -> TopicTerms:
        """What opens, meets and ends it."""
        return self.entry.terms

    @property
    def key(self) -> str:
        """What tells the obligation apart, as long as rule and opening event are the same."""
        key = f"{self.rule.id}:{self.opened_by.number}"
        return key if self.nth is None else f"{key}:{self.nth}"


@dataclass(frozen=True, slots=True)
class Settled:
    """An obligation with what it was made from, and the day from which it matters no longer."""

    occurrence: Occurrence
    obligation: Obligation
    ended: date | None

    def is_missed(self, today: date) -> bool:
        """Whether its last day went by before it was met or ended."""
        met = self.obligation.met_by
        closed = met.on if met else self.ended or today
        return closed > (self.obligation.due or date.max)
