"""What is asked of the person-day calculator, and the facts it is given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from calculators.audit_types import AuditType, RiskLevel
from calculators.headcount import PartTime


class Wanted(StrEnum):
    """Which figure is asked for."""

    TOTAL = "total"  # the audit time of this audit
    MINIMUM = "minimum"  # with everything reduced that may be reduced
    LARGEST_REDUCTION = "largest_reduction"  # by how much it may be reduced
    ON_SITE = "on_site"  # the least time on site
    BRANCH = "branch"  # the least time on site at a branch
    ON_SITE_DAYS = "on_site_days"  # calendar days on site for a team

    @property
    def label(self) -> str:
        """The name in a result line."""
        return _LABELS[self]


_LABELS = {
    Wanted.TOTAL: "人日",
    Wanted.MINIMUM: "最少人日",
    Wanted.LARGEST_REDUCTION: "最多可减少的人日",
    Wanted.ON_SITE: "现场审核时间下限",
    Wanted.BRANCH: "分场所现场审核时间下限",
    Wanted.ON_SITE_DAYS: "现场审核天数",
}


@dataclass(frozen=True, slots=True)
class Reduction:
    """A reduction asked for: a reason the rulebook names, a share, or both.

    Without a share the largest that is allowed is taken; without a name it is any reason.
    """

    name: str | None = None
    share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class PersonDayRequest:
    """The facts; None means unknown.

    ``table_days`` is what the table gives, ``initial_days`` a known initial audit time,
    ``total_days`` the known time of this very audit, ``combined_with`` the person-days of the other
    systems, ``daily_hours`` the client's working hours a day, ``auditors`` the auditors on site.
    """

    audit_type: AuditType | None = None
    headcount: int | None = None
    part_time: tuple[PartTime, ...] = ()
    risk: RiskLevel | None = None
    reductions: tuple[Reduction, ...] = ()
    combined_with: tuple[Fraction, ...] = ()
    wants: Wanted = Wanted.TOTAL
    table_days: Fraction | None = None
    initial_days: Fraction | None = None
    total_days: Fraction | None = None
    daily_hours: Fraction | None = None
    auditors: int | None = None

    @property
    def knows_people(self) -> bool:
        """Whether the table can be looked up, or has been."""
        return self.headcount is not None or bool(self.part_time) or self.table_days is not None

    def inputs(self) -> dict[str, str | int | float | None]:
        """The facts that were given, by the names of the answer format."""
        facts: dict[str, str | int | float | None] = {
            "audit_type": self.audit_type,
            "headcount": self.headcount,
            "risk_level": self.risk,
            "wants": None if self.wants is Wanted.TOTAL else self.wants,
            "table_days": _number(self.table_days),
            "initial_days": _number(self.initial_days),
            "total_days": _number(self.total_days),
            "daily_hours": _number(self.daily_hours),
            "auditors": self.auditors,
            "part_time": sum(group.people for group in self.part_time) or None,
            "reduction": "、".join(_words(reduction) for reduction in self.reductions) or None,
            "combined_with": "、".join(str(float(days)) for days in self.combined_with) or None,
        }
        return {name: value for name, value in facts.items() if value is not None}


def _number(number: Fraction | None) -> float | None:
    return None if number is None else float(number)


def _words(reduction: Reduction) -> str:
    share = "" if reduction.share is None else f" {float(reduction.share):.4g}"
    return f"{reduction.name or 'any'}{share}"
