"""From a question to the person-day calculator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import partial

from bot import wording
from bot.assistant.attempt import Attempt, attempt
from bot.assistant.routes.rough_headcounts import person_days_about
from bot.assistant.understanding import Understanding
from calculators.audit_types import AuditType, RiskLevel
from calculators.calculation import Calculation
from calculators.headcount import PartTime
from calculators.person_day_request import PersonDayRequest, Reduction, Wanted
from calculators.person_day_rules import PersonDayRules
from calculators.person_day_variations import Variation, break_points, largest_headcount, what_if
from knowledge.errors import RuleAbsent

TOPIC = "审核人日"
_HOW_MANY = re.compile(
    r"(?:几|多少)(?:个)?(?:审核人日|工作?天|天|md)|审核人日(?:数)?(?:要|得|是|大概|需要)?(?:多少|几)"
    r"|审核时间(?:要|得|是)?(?:多少|多长|几天)"
)
# Without a headcount, days are only an audit's where one is spoken of, and none without a table.
_AUDITING = re.compile(r"审|人日|现场|派|去|待|md")
_NOT_IN_THE_TABLE = re.compile(
    r"恢复|(?:扩大|缩小|变更)(?!.{0,6}(?:初次|监督|再认证))|扩项|飞行检查|飞检|不通知|特殊审核|转机构"
)
_A_PRICE = re.compile(r"几[百千万]|多少钱|收费|单价|价格")
_INITIAL_DAYS = re.compile(r"初次|初审|原来|当初|当年")
_ABOUT_THE_RULE = {"rule", "list", "conflict"}
_ABOUT_SOMETHING_ELSE = {"rule", "list", "conflict", "sampling", "fee", "when"}
_AUDITED = tuple(AuditType(name) for name in ("initial", "surveillance", "recertification"))


@dataclass(frozen=True, slots=True)
class PersonDayRoute:
    """Asks the person-day calculator of each document."""

    rules: Mapping[str, PersonDayRules]

    def applies(self, asked: Understanding) -> bool:
        """Whether the question wants a number of person-days."""
        amounts = asked.amounts
        if amounts.headcounts or amounts.part_time:
            return self._with_size(asked)
        if "person_days" not in asked.intents:
            return False
        if amounts.person_days:
            whose = asked.audit_types or asked.wants or asked.reductions
            return bool(whose or amounts.daily_hours or amounts.auditors)
        if asked.intents & _ABOUT_THE_RULE or not self._is_of_an_audit(asked):
            return False
        return bool(_headcounts(asked)) or bool(_HOW_MANY.search(asked.words))

    @staticmethod
    def _is_of_an_audit(asked: Understanding) -> bool:
        """Whether the days of an audit are asked that a table may be for."""
        if _A_PRICE.search(asked.words):
            return False
        if asked.audit_types:
            return True
        return bool(_AUDITING.search(asked.words)) and not _NOT_IN_THE_TABLE.search(asked.words)

    @staticmethod
    def _with_size(asked: Understanding) -> bool:
        if "person_days" in asked.intents:
            return True
        if asked.exact_dates or asked.amounts.site_counts:
            return False
        return "days" in asked.intents or (
            bool(asked.audit_types) and not asked.intents & _ABOUT_SOMETHING_ELSE
        )

    def documents(self) -> tuple[str, ...]:
        """The documents that have an audit-time table."""
        return tuple(document for document, rules in self.rules.items() if rules.bands)

    def attempt(self, asked: Understanding, document: str, today: date) -> Attempt:
        """What the document's rules give for the question."""
        rules = self.rules.get(document)
        if rules is None:
            return Attempt(document, absent=RuleAbsent(document, TOPIC))
        known = {*_AUDITED, *rules.ratio}
        if asked.audit_types and not known.intersection(map(AuditType, asked.audit_types)):
            return Attempt(document)
        requests = list(_requests(asked, rules))
        if "most_people" in asked.wants and asked.amounts.person_days and rules.bands:
            days = asked.amounts.person_days[-1].days
            limits = (
                partial(largest_headcount, rules, replace(each, initial_days=None), days)
                for each in requests
            )
            return attempt(document, limits)
        compute = partial(person_days_about, rules, asked.amounts.rough)
        outcome = attempt(document, (partial(compute, each) for each in requests))
        if requests[0].audit_type is None and requests[0].total_days is None and not outcome.absent:
            outcome = _of_each_audit(document, compute, requests[0], outcome)
        if outcome.missing and not outcome.clauses:
            return replace(outcome, clauses=_governing(rules, requests[0]))
        variations = tuple(_variations(rules, requests, outcome))
        return replace(_told_apart(requests, outcome), variations=variations)


def _told_apart(requests: Sequence[PersonDayRequest], outcome: Attempt) -> Attempt:
    """The results with what tells one from another: their headcounts, their risks."""
    by_people = len({each.headcount for each in requests}) > 1
    by_risk = len({each.risk for each in requests}) > 1
    if len(outcome.calculations) != len(requests) or not (by_people or by_risk):
        return outcome
    results = []
    for request, result in zip(requests, outcome.calculations, strict=True):
        people = wording.so_many_people(request.headcount) if by_people else ""
        risk = request.risk.label if by_risk and request.risk else ""
        label = wording.told_apart(result.label, (people, risk))
        results.append(replace(result, label=label))
    return replace(outcome, calculations=tuple(results))


def _variations(
    rules: PersonDayRules, requests: Sequence[PersonDayRequest], outcome: Attempt
) -> Iterator[Variation]:
    """What the neighbouring headcounts give, and what other risks and reductions would change."""
    request = requests[0]
    only_one = len(requests) == 1 and len(outcome.calculations) == 1
    if not only_one or request.wants is not Wanted.TOTAL or not _headcount_decides(request):
        return
    shown = outcome.calculations[0]
    for edge in break_points(rules, request):
        yield replace(edge, is_same=edge.value == shown.value)
    for each in what_if(rules, request):
        # Where the risk is not known, the other risks are among the other readings already.
        known_risk = each.request.risk is request.risk or request.risk is not None
        if known_risk and each.value != shown.value:
            yield each


def _headcount_decides(request: PersonDayRequest) -> bool:
    known = request.initial_days is not None or request.total_days is not None
    return not known and request.headcount is not None


def _governing(rules: PersonDayRules, request: PersonDayRequest) -> tuple[str, ...]:
    """The clauses that say how the audit's time follows from the headcount."""
    ratios = [rules.ratio[request.audit_type]] if request.audit_type in rules.ratio else []
    return tuple(dict.fromkeys(rule.clause for rule in (ratios or rules.ratio.values())))


def _of_each_audit(
    document: str,
    compute: Callable[[PersonDayRequest], Calculation],
    request: PersonDayRequest,
    outcome: Attempt,
) -> Attempt:
    """Without an audit type: what each audit would take, and the question which one it is."""
    if outcome.calculations:
        return outcome
    each = (partial(compute, replace(request, audit_type=kind)) for kind in _AUDITED)
    shown = attempt(document, each)
    return replace(shown, missing=tuple(dict.fromkeys((*outcome.missing, *shown.missing))))


def _headcounts(asked: Understanding) -> tuple[int, ...]:
    amounts = asked.amounts
    if amounts.headcounts or amounts.part_time or amounts.person_days:
        return amounts.headcounts
    bare = amounts.unclaimed
    return (int(bare[0].value),) if len(bare) == 1 else ()


def _requests(asked: Understanding, rules: PersonDayRules) -> Iterator[PersonDayRequest]:
    base = _request(asked, rules)
    headcounts = _headcounts(asked) or (None,)
    kinds = _audit_kinds(asked)
    if "several" not in asked.wants:
        kinds = kinds[-1:]
        headcounts = headcounts[-1:] if "changed" in asked.wants else headcounts
    risks = _risks(asked)
    for headcount in headcounts:
        for kind in kinds:
            for risk in risks:
                yield replace(base, headcount=headcount, audit_type=kind, risk=risk)


def _risks(asked: Understanding) -> tuple[RiskLevel | None, ...]:
    """Every risk that is named; where it changed, the one it changed to."""
    named = tuple(RiskLevel(name) for name in asked.risks)
    return named[-1:] if named and "changed" in asked.wants else named or (None,)


def _audit_kinds(asked: Understanding) -> tuple[AuditType | None, ...]:
    named = tuple(AuditType(name) for name in asked.audit_types)
    if "several" in asked.wants:
        return named or (None,)
    others = tuple(kind for kind in named if kind is not AuditType.INITIAL)
    return (others or named or (None,))[-1:]


def _request(asked: Understanding, rules: PersonDayRules) -> PersonDayRequest:
    amounts = asked.amounts
    initial = [d.days for d in amounts.person_days if _INITIAL_DAYS.search(d.words)]
    others = [d.days for d in amounts.person_days if not _INITIAL_DAYS.search(d.words)]
    combined = "combined" in asked.reductions and bool(others)
    wants = _wanted(asked)
    sized = bool(_headcounts(asked) or amounts.part_time or initial)
    return PersonDayRequest(
        part_time=tuple(
            PartTime(group.people, group.share if group.share is not None else Fraction(1))
            for group in amounts.part_time
        ),
        reductions=_reductions(asked, rules),
        combined_with=tuple(others) if combined or len(others) > 1 else (),
        wants=wants,
        initial_days=initial[0] if initial and not _headcounts(asked) else None,
        total_days=others[0] if len(others) == 1 and not combined and not sized else None,
        daily_hours=amounts.daily_hours,
        auditors=amounts.auditors,
    )


def _wanted(asked: Understanding) -> Wanted:
    wants = asked.wants
    if asked.amounts.daily_hours is not None or asked.amounts.auditors is not None:
        return Wanted.ON_SITE_DAYS
    if "branch" in wants:
        return Wanted.BRANCH
    if "on_site" in wants:
        return Wanted.ON_SITE
    if "cut" in wants:
        return Wanted.LARGEST_REDUCTION
    only_risk = "only_risk" in wants or "low" in asked.risks
    if "reduced" in wants and not asked.reductions and not only_risk and not asked.amounts.shares:
        return Wanted.MINIMUM
    return Wanted.TOTAL


def _reductions(asked: Understanding, rules: PersonDayRules) -> tuple[Reduction, ...]:
    named = [name for name in asked.reductions if name in rules.reductions]
    shares = [share for share in asked.amounts.shares if share < 1]
    if "reduced" not in asked.wants and not shares:
        named = [name for name in named if name == "combined"]
    if named:
        share = shares[0] if len(named) == 1 and shares else None
        return tuple(Reduction(name, share) for name in named)
    if shares and "reduced" in asked.wants:
        return (Reduction(None, shares[0]),)
    return ()
