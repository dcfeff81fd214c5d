"""A due date that follows from a rule and an event; never stored, always computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculators.calculation import Calculation
from calculators.obligations.event import Event
from knowledge.clause import Quote


class State(StrEnum):
    """How an obligation stands today."""

    MET = "met"
    OPEN = "open"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"

    @property
    def label(self) -> str:
        """What staff read."""
        return _LABELS[self]


_LABELS = {
    State.MET: "已完成",
    State.OPEN: "进行中",
    State.DUE_SOON: "即将到期",
    State.OVERDUE: "已逾期",
}


@dataclass(frozen=True, slots=True)
class Missed:
    """What the document says happens when the day has passed, and where."""

    text: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Obligation:
    """One deadline (期限) of one certificate.

    ``key`` stays the same while the rule and the event that opened it do, whatever day results.
    ``due`` is the last day, None where the rule sets only a first day (``earliest``).
    ``calculation`` holds the steps, the clauses with their words, and the warnings. ``met_by`` is
    the event that fulfilled it.
    """

    key: str
    topic: str
    label: str
    opened_by: Event
    calculation: Calculation
    earliest: date | None
    due: date | None
    state: State
    met_by: Event | None
    consequences: tuple[Missed, ...]

    @property
    def clause(self) -> Quote:
        """The governing clause."""
        return self.calculation.quotes[0]

    @property
    def is_late(self) -> bool:
        """Whether it was met, but after its last day."""
        return self.met_by is not None and self.due is not None and self.met_by.on > self.due

    def days_left(self, today: date) -> int | None:
        """Days from today to the last day, negative when it has passed; None without one."""
        return None if self.due is None else (self.due - today).days
