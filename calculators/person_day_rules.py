"""What ``rulebooks/*/person_days.toml`` holds: the audit-time table and what changes its value."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from calculators.audit_time_table import Band
from calculators.audit_types import AuditType, RiskLevel
from calculators.rulebook import Exact, Number, Rows, Rule, Rulebook, Source, load_rulebook
from knowledge.errors import RuleAbsent
from knowledge.library import Library

TOPIC = "审核人日"


class Ratio(Number):
    """A share of the initial audit's time; ``floor`` is a clause that says it is a minimum."""

    floor: Source | None = None


class Reducible(Number):
    """A reason for which time may be reduced by at most ``value``, and by at least ``least``."""

    label: str
    least: Exact | None = None


class PersonDayRules(Rulebook):
    """The rules on audit time of one document; what a document does not rule is absent."""

    subject: ClassVar[str] = "person_days"

    unit: str
    bands: Rows[Band] = ()
    beyond: Rule | None = None
    elsewhere: Rule | None = None
    risk: dict[Annotated[RiskLevel, Field(strict=False)], Number] = Field(default_factory=dict)
    ratio: dict[Annotated[AuditType, Field(strict=False)], Ratio] = Field(default_factory=dict)
    reductions: dict[str, Reducible] = Field(default_factory=dict)
    rounding: Number | None = None
    reduction_limit: Number | None = None
    on_site_share: Number | None = None
    branch_share: Number | None = None
    combined_share: Number | None = None
    everyone_counts: Rule | None = None
    part_time: Rule | None = None
    time_includes: Rule | None = None
    day_hours: Number | None = None
    short_days: Rule | None = None
    travel_share: Number | None = None
    expert_share: Number | None = None

    def absent(self, topic: str, *clauses: str) -> RuleAbsent:
        """The error that says the document does not rule this, and where it points to."""
        pointed = (self.elsewhere.clause,) if self.elsewhere else ()
        return RuleAbsent(self.document, topic, tuple(dict.fromkeys((*clauses, *pointed))))


def person_day_rules(document: str, library: Library, folder: Path | None = None) -> PersonDayRules:
    """The document's rules on audit time; RuleAbsent where it has none at all."""
    rules = load_rulebook(PersonDayRules, document, library, folder)
    if rules is None:
        raise RuleAbsent(document, TOPIC)
    return rules
