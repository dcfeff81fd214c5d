"""The rules about periods and dates of one document: ``rulebooks/<document id>/deadlines.toml``.

Every limit, consequence and reference carries its clause and the words that say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, PrivateAttr, ValidationInfo, model_validator

from calculators.audit_types import AuditType
from calculators.deadline_terms import Trigger, deadline_terms
from calculators.periods import Offset
from calculators.rulebook import Rows, Rule, Rulebook, Source, Strict, load_rulebook
from knowledge.library import Library


class Direction(StrEnum):
    """On which side of its day a limit allows the act."""

    NO_LATER_THAN = "no_later_than"
    NO_EARLIER_THAN = "no_earlier_than"
    EXPECTED = "expected"  # a duration rather than a bound


class Combination(StrEnum):
    """What several limits of one rule make together."""

    EARLIEST = "earliest"  # all bind, so the earliest does
    DISAGREE = "disagree"  # two statements about one thing: both are shown
    WINDOW = "window"  # from the first to the second
    FIRST_KNOWN = "first_known"  # the first limit whose event is known


class Condition(StrEnum):
    """When a limit counts at all."""

    ALWAYS = "always"
    OUTSIDE_RECERTIFICATION_YEAR = "outside_recertification_year"
    ONLY_FIRST_SURVEILLANCE_DONE = "only_first_surveillance_done"


class Recurrence(StrEnum):
    """How often the deadline comes back."""

    ONCE = "once"
    EVERY_YEAR = "every_year"  # on each anniversary, until the certificate expires


class Counted(Strict):
    """Something that counts from an event."""

    trigger: str
    offset: Offset

    @model_validator(mode="after")
    def _trigger_is_known(self) -> Self:
        if self.trigger not in deadline_terms().triggers:
            raise ValueError(f"没有起算事件 {self.trigger}")
        return self

    @property
    def event(self) -> Trigger:
        """The event that the offset counts from."""
        return deadline_terms().triggers[self.trigger]


class Reading(Counted):
    """Another defensible reading of a limit, and why one might take it.

    ``only_without_corresponding_day``: it differs only where the last month lacks the day.
    """

    why: str
    only_without_corresponding_day: bool = False


class Limit(Source, Counted):
    """One day that a rule sets: an offset from an event.

    An ``optional`` limit is left out, and said to be, where its event is not known.
    """

    direction: Annotated[Direction, Field(strict=False)] = Direction.NO_LATER_THAN
    condition: Annotated[Condition, Field(strict=False)] = Condition.ALWAYS
    optional: bool = False
    readings: Rows[Reading] = Field(default=(), alias="reading")


class Consequence(Source):
    """What the document says happens when the deadline is missed."""

    text: str


class DeadlineRule(Strict):
    """A deadline (期限): either ``limits``, or ``undated`` where the document gives no number.

    ``why_undated`` says what stands there instead (及时, another document's rule). ``cautions`` are
    Chinese sentences shown with every result; ``note`` is for the people who keep the rulebook.
    """

    id: str
    topics: Rows[str] = Field(min_length=1)
    label: str
    checked: date
    audit_types: Rows[Annotated[AuditType, Field(strict=False)]] = ()
    combination: Annotated[Combination, Field(strict=False)] = Combination.EARLIEST
    recurrence: Annotated[Recurrence, Field(strict=False)] = Recurrence.ONCE
    within_certificate: bool = False
    limits: Rows[Limit] = Field(default=(), alias="limit")
    undated: Rows[Source] = ()
    why_undated: str = ""
    consequences: Rows[Consequence] = Field(default=(), alias="consequence")
    see_also: Rows[Source] = ()
    cautions: Rows[str] = ()
    note: str | None = None
    _document: str = PrivateAttr()

    @model_validator(mode="after")
    def _is_whole(self, info: ValidationInfo) -> Self:
        self._document = (info.context or {})["document"]
        if unknown := set(self.topics) - deadline_terms().topics.keys():
            raise ValueError(f"没有事项 {'、'.join(sorted(unknown))}")
        if bool(self.limits) == bool(self.undated) or bool(self.undated) != bool(self.why_undated):
            raise ValueError("要么写 limit，要么写 undated 和 why_undated")
        window = [Direction.NO_EARLIER_THAN, Direction.NO_LATER_THAN]
        directions = [limit.direction for limit in self.limits]
        if self.combination is Combination.WINDOW and directions != window:
            raise ValueError("window 须先写 no_earlier_than，后写 no_later_than")
        return self

    @property
    def document(self) -> str:
        """The id of the document that states the rule."""
        return self._document

    def sources(self) -> Iterator[Source]:
        """Every clause that the rule rests on, the governing ones first."""
        yield from self.limits
        yield from self.undated
        yield from self.see_also
        yield from self.consequences


class Deadlines(Rulebook):
    """The deadlines of a document, each under its id."""

    subject = "deadlines"

    deadline: dict[str, DeadlineRule]

    @model_validator(mode="before")
    @classmethod
    def _name_each(cls, data: dict[str, Any]) -> dict[str, Any]:
        entries = data.get("deadline", {})
        named = {key: {"id": key, **entry} for key, entry in entries.items()}
        return {**data, "deadline": named}


class NotComputed(Rule):
    """A rule about frequency or cycle that names no day, and why none can be computed."""

    why: str


class DeadlinesNotComputed(Rulebook):
    """What a document says about time that no deadline can be made of."""

    subject = "deadlines_not_computed"

    not_computed: Rows[NotComputed]


def load_deadlines(
    document_id: str, library: Library, folder: Path | None = None
) -> tuple[DeadlineRule, ...]:
    """The deadline rules of a document, none where it has no rulebook of them.

    RulebookError names the file and the entry that is wrong.
    """
    book = load_rulebook(Deadlines, document_id, library, folder)
    return tuple(book.deadline.values()) if book else ()
