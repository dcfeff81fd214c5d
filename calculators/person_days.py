"""Person-days (审核人日) that a document demands for an audit, with the working."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from calculators.audit_types import AuditType
from calculators.calculation import Calculation
from calculators.derivation import Derivation
from calculators.person_day_readings import offer_other_readings
from calculators.person_day_request import PersonDayRequest, Reduction, Wanted
from calculators.person_day_rules import PersonDayRules
from calculators.person_day_shares import wanted_figure
from calculators.reductions import COMBINED, with_least_shares

CALCULATOR = "mandays"


def person_days(rules: PersonDayRules, request: PersonDayRequest) -> Calculation:
    """The person-days that a document demands.

    The value is a Fraction in the document's unit, or (least, most) where the document gives a
    range. MissingInput names absent facts, RuleAbsent what the document does not rule, OutOfRange a
    fact that no rule can be applied to.
    """
    asked = _completed(rules, request)
    derivation = Derivation()
    value = wanted_figure(rules, asked, derivation)
    most = _most(rules, asked)
    offer_other_readings(rules, asked, derivation)
    return derivation.conclude(
        rules.document,
        CALCULATOR,
        label=_label(asked),
        value=value if most in (None, value) else (value, most),
        unit="天" if asked.wants is Wanted.ON_SITE_DAYS else rules.unit,
        inputs=request.inputs(),
    )


def _completed(rules: PersonDayRules, request: PersonDayRequest) -> PersonDayRequest:
    """What the words of the request imply: the least time is everything reduced."""
    reductions = request.reductions
    if request.combined_with and COMBINED in rules.reductions and not reductions:
        reductions = (Reduction(COMBINED),)
    least_initial = request.wants is Wanted.MINIMUM and request.audit_type is AuditType.INITIAL
    if least_initial and not reductions and request.initial_days is None:
        reductions = (Reduction(),)
    return replace(request, reductions=reductions)


def _most(rules: PersonDayRules, request: PersonDayRequest) -> Fraction | None:
    gentler = with_least_shares(rules, request.reductions)
    if gentler == request.reductions or request.wants is not Wanted.TOTAL:
        return None
    return wanted_figure(rules, replace(request, reductions=gentler), Derivation())


def _label(request: PersonDayRequest) -> str:
    audit = request.audit_type.label if request.audit_type else "审核"
    return f"{'结合' if request.combined_with else ''}{audit}{request.wants.label}"
