"""What opens, meets and ends the obligations of each topic, read from ``obligation_terms.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from calculators.audit_types import AuditType
from calculators.deadline_rules import DeadlineRule
from calculators.obligations.event import Severity
from calculators.obligations.event_kinds import Status, event_kinds
from calculators.periods import Offset
from calculators.rulebook import RULEBOOKS, Rows, Strict

_FILE = RULEBOOKS / "obligation_terms.toml"


class Basis(StrEnum):
    """What an obligation belongs to."""

    EVENT = "event"
    CYCLE = "cycle"
    SURVEILLANCE = "surveillance"


class TopicTerms(Strict):
    """What opens, meets and ends the obligations of a topic; the file explains each key."""

    basis: Annotated[Basis, Field(strict=False)] = Basis.EVENT
    opened_by: Rows[str] = ()
    severity: Annotated[Severity, Field(strict=False)] | None = None
    any_severity: bool = False
    audit_types: Rows[Annotated[AuditType, Field(strict=False)]] = ()
    statuses: Rows[Annotated[Status, Field(strict=False)]] = ()
    unless_last_audit: Rows[str] = ()
    else_per_cycle: bool = False
    from_recertification: bool = False
    counted_from: str | None = None
    once_overdue: str | None = None
    met_by: Rows[str] = ()
    each: bool = False
    before_opening: bool = False
    since: Rows[str] = ()
    strictly_after: bool = False
    may_be_early: bool = False
    may_be_another: Rows[str] = ()
    not_long_before: Annotated[Offset, Field(strict=False)] | None = None
    nth: int = 1
    ends_with: Rows[str] = ()
    outlives: bool = False
    ends_at_expiry: bool = False
    within_certificate: bool = False
    consequences_of: Rows[str] = ()
    caution: str | None = None
    why_none: str | None = None

    @model_validator(mode="after")
    def _kinds_are_known(self) -> Self:
        named = {*self.opened_by, *self.met_by, *self.ends_with, *self.since}
        if unknown := (named | set(self.unless_last_audit)) - event_kinds().keys():
            raise ValueError(f"没有事件 {'、'.join(sorted(unknown))}")
        return self


class Conventions(Strict):
    """What holds for all topics. ``undated`` topics have a day in no document."""

    ends_with: Rows[str]
    known_ahead: Rows[str]
    soon_days: int
    audit_ends: dict[Annotated[AuditType, Field(strict=False)], str]
    nearest_audit_days: int
    first_surveillance_months: int
    undated: Rows[str]


class ObligationTerms(Strict):
    """The terms of all topics, and by document and rule what differs from its topic's."""

    conventions: Conventions
    topics: dict[str, TopicTerms]
    rules: dict[str, dict[str, dict[str, Any]]]


@cache
def obligation_terms() -> ObligationTerms:
    """The terms that all obligations are made by."""
    return ObligationTerms.model_validate(tomllib.loads(_FILE.read_text("utf-8")))


def terms_of(rule: DeadlineRule, topic: str) -> TopicTerms:
    """The terms of a rule where it is about the topic."""
    return _terms(rule.document, rule.id, rule.limits[0].trigger, topic)


@cache
def _terms(document: str, rule: str, trigger: str, topic: str) -> TopicTerms:
    every = obligation_terms()
    told = every.topics[topic]
    changed = every.rules.get(document, {}).get(rule, {})
    given: Mapping[str, Any] = {**told.model_dump(exclude_unset=True), **changed}
    complete = {
        **given,
        "opened_by": given.get("opened_by") or _openers(given, trigger),
        "ends_with": (
            *given.get("ends_with", ()),
            *(() if given.get("outlives") else every.conventions.ends_with),
        ),
    }
    return TopicTerms.model_validate(complete)


def _openers(given: Mapping[str, Any], trigger: str) -> tuple[str, ...]:
    """The kinds of events that a rule counts from: those of a certificate, or of its trigger."""
    if given.get("basis") == Basis.CYCLE:
        trigger = "certificate_issued"
    kinds = event_kinds().values()
    return tuple(kind.name for kind in kinds if trigger in kind.triggers)
