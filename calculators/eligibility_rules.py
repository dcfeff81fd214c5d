"""What ``rulebooks/*/eligibility.toml`` holds: requirements by topic, and what decides them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from calculators.rulebook import Exact, Rows, Rule, Rulebook, Strict, load_rulebook
from knowledge.errors import RuleAbsent
from knowledge.library import Library

TOPIC = "资格条件"

Fact = bool | int | Fraction | date


class Kind(StrEnum):
    """How a requirement is judged."""

    YES = "yes"  # the fact must hold
    NO = "no"  # the fact must not hold
    ANY = "any"  # at least one of several facts must hold
    AT_LEAST = "at_least"  # a number, not below the value
    AT_MOST = "at_most"  # a number, not above the value
    ELAPSED = "elapsed"  # the period of a deadline rule has passed since a day


class Verdict(StrEnum):
    """What the facts say about a requirement, or about all of them."""

    MET = "符合"
    NOT_MET = "不符合"
    UNKNOWN = "不能确定"


class Requirement(Rule):
    """One requirement of a topic.

    A fact goes by the requirement's ``id``; for ANY by the keys of ``one_of``. ``deadline`` is the
    id of the deadline rule whose period must have passed; False as its fact says that the event
    never happened, which ``never`` judges. ``also`` are words that staff use for what is counted.
    """

    id: str
    topic: str
    label: str
    kind: Annotated[Kind, Field(strict=False)]
    value: Exact | None = None
    unit: str = ""
    also: Rows[str] = ()
    one_of: dict[str, str] = Field(default_factory=dict)
    deadline: str | None = None
    trigger: str | None = None
    never: Annotated[Verdict, Field(strict=False)] = Verdict.MET

    @property
    def key(self) -> str:
        """The requirement's name among the rules of a rulebook."""
        return self.id

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        needs = {
            Kind.AT_LEAST: self.value is not None,
            Kind.AT_MOST: self.value is not None,
            Kind.ANY: bool(self.one_of),
            Kind.ELAPSED: self.deadline is not None and self.trigger is not None,
        }
        if not needs.get(self.kind, True):
            raise ValueError(f"{self.kind} 缺少 value、one_of 或 deadline 与 trigger")
        return self

    @property
    def facts(self) -> tuple[str, ...]:
        """The names of the facts that decide it."""
        return tuple(self.one_of) if self.kind is Kind.ANY else (self.id,)


class Topic(Strict):
    """A question of eligibility: who may apply, audit, decide …"""

    id: str
    label: str


class EligibilityRules(Rulebook):
    """The requirements of one document, by topic."""

    subject: ClassVar[str] = "eligibility"

    topics: Rows[Topic]
    requirements: Rows[Requirement]

    @model_validator(mode="after")
    def _topics_exist(self) -> Self:
        known = {topic.id for topic in self.topics}
        if unknown := {each.topic for each in self.requirements} ^ known:
            raise ValueError(f"事项与条件不配：{'、'.join(sorted(unknown))}")
        return self


@dataclass(frozen=True, slots=True)
class EligibilityRequest:
    """A topic, or one requirement of it, and the facts that are known."""

    topic: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    requirement: str | None = None


def eligibility_rules(
    document: str, library: Library, folder: Path | None = None
) -> EligibilityRules:
    """The document's requirements; RuleAbsent where none is recorded."""
    rules = load_rulebook(EligibilityRules, document, library, folder)
    if rules is None:
        raise RuleAbsent(document, TOPIC)
    return rules
