"""What holds for person-days whatever the facts, and what is refused."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from calculators.audit_types import AuditType, RiskLevel
from calculators.calculation import Calculation
from calculators.derivation import Derivation
from calculators.headcount import PartTime
from calculators.initial_time import initial_time
from calculators.person_day_request import PersonDayRequest, Reduction, Wanted
from calculators.person_day_rules import PersonDayRules, person_day_rules
from calculators.person_day_shares import wanted_figure
from calculators.person_days import person_days
from knowledge.errors import OutOfRange, RuleAbsent
from knowledge.library import Library

TABLED = ("TB-GZ-036", "RLAC-CSSMS")
AUDITS = (AuditType.INITIAL, AuditType.SURVEILLANCE, AuditType.RECERTIFICATION)
BEYOND_THE_LAST_BAND = 12_000

documents = some.sampled_from(TABLED)
shares = some.fractions(0, Fraction(1, 2), max_denominator=100)
requests = some.builds(
    PersonDayRequest,
    some.sampled_from(AUDITS),
    some.integers(1, BEYOND_THE_LAST_BAND),
    risk=some.sampled_from([None, *RiskLevel]),
    reductions=some.tuples(some.builds(Reduction, share=shares)),
)


@pytest.fixture(scope="module")
def books(library: Library) -> Mapping[str, PersonDayRules]:
    return {document: person_day_rules(document, library) for document in TABLED}


def days(result: Calculation) -> Fraction:
    assert isinstance(result.value, Fraction)
    return result.value


def test_document_without_any_rule_is_absent(library: Library) -> None:
    with pytest.raises(RuleAbsent) as absent:
        person_day_rules("CNITSEC-CLOUD-1", library)
    assert absent.value.clauses == ()


@pytest.mark.parametrize("document", TABLED)
def test_bands_touch_without_gap_or_overlap(
    document: str, books: Mapping[str, PersonDayRules]
) -> None:
    bands = books[document].bands
    assert bands[0].first == 1
    assert all(low.last + 1 == high.first for low, high in pairwise(bands))
    assert all(low.value < high.value for low, high in pairwise(bands))


def test_only_the_misprinted_band_is_printed_to_overlap(
    books: Mapping[str, PersonDayRules],
) -> None:
    misprinted = [
        band.clause
        for document in TABLED
        for band in books[document].bands
        if band.printed_first is not None
    ]
    assert misprinted == ["附录B 2451～4350"]


@pytest.mark.parametrize("document", TABLED)
def test_every_headcount_has_a_result_and_more_people_never_need_less(
    document: str, books: Mapping[str, PersonDayRules]
) -> None:
    requests = (
        PersonDayRequest(AuditType.SURVEILLANCE, number, risk=RiskLevel.HIGH)
        for number in range(1, BEYOND_THE_LAST_BAND + 1)
    )
    found = [wanted_figure(books[document], request, Derivation()) for request in requests]
    assert all(low <= high for low, high in pairwise(found))


@settings(deadline=None)
@given(documents, requests)
def test_result_is_never_below_a_stated_minimum(
    books: Mapping[str, PersonDayRules], document: str, request: PersonDayRequest
) -> None:
    rules = books[document]
    assert request.audit_type
    least = initial_time(rules, request, Derivation()).floor * rules.ratio[request.audit_type].value
    assert days(person_days(rules, request)) >= least


@settings(deadline=None)
@given(requests)
def test_result_is_whole_halves_where_the_document_rounds(
    books: Mapping[str, PersonDayRules], request: PersonDayRequest
) -> None:
    assert (days(person_days(books["TB-GZ-036"], request)) * 2).denominator == 1


@settings(deadline=None)
@given(documents, requests, shares)
def test_more_reduction_never_means_more_days(
    books: Mapping[str, PersonDayRules], document: str, request: PersonDayRequest, share: Fraction
) -> None:
    asked = request.reductions[0].share or Fraction(0)
    less, more = (
        days(person_days(books[document], replace(request, reductions=(Reduction(share=each),))))
        for each in sorted((asked, share), reverse=True)
    )
    assert less <= more


@settings(deadline=None)
@given(documents, requests, some.sampled_from([Wanted.TOTAL, Wanted.MINIMUM]))
def test_every_step_and_alternative_says_why(
    books: Mapping[str, PersonDayRules], document: str, request: PersonDayRequest, wants: Wanted
) -> None:
    found = person_days(books[document], replace(request, wants=wants))
    assert all(step.text and step.quote for step in found.steps)
    assert all(other.why and other.value != found.value for other in found.alternatives)
    assert found.quotes


@pytest.mark.parametrize("headcount", [0, -5, True])
def test_headcount_that_is_no_positive_number_is_refused(
    headcount: int, books: Mapping[str, PersonDayRules]
) -> None:
    with pytest.raises(OutOfRange, match="有效人数应为正整数"):
        person_days(books["TB-GZ-036"], PersonDayRequest(AuditType.INITIAL, headcount))


def test_part_time_share_above_a_full_day_is_refused(books: Mapping[str, PersonDayRules]) -> None:
    part_time = (PartTime(3, Fraction(3, 2)),)
    request = PersonDayRequest(AuditType.INITIAL, 10, part_time=part_time)
    with pytest.raises(OutOfRange, match="折算比例"):
        person_days(books["TB-GZ-036"], request)


@pytest.mark.parametrize(
    "request_",
    [
        PersonDayRequest(AuditType.SURVEILLANCE, initial_days=Fraction(0)),
        PersonDayRequest(AuditType.INITIAL, table_days=Fraction(-1)),
        PersonDayRequest(total_days=Fraction(0), wants=Wanted.ON_SITE),
        PersonDayRequest(combined_with=(Fraction(5), Fraction(-5))),
        PersonDayRequest(
            total_days=Fraction(5), daily_hours=Fraction(0), wants=Wanted.ON_SITE_DAYS
        ),
        PersonDayRequest(total_days=Fraction(5), auditors=0, wants=Wanted.ON_SITE_DAYS),
        PersonDayRequest(AuditType.INITIAL, 10, reductions=(Reduction(share=Fraction(1)),)),
    ],
)
def test_impossible_amount_is_refused(
    request_: PersonDayRequest, books: Mapping[str, PersonDayRules]
) -> None:
    with pytest.raises(OutOfRange):
        person_days(books["TB-GZ-036"], request_)


@pytest.mark.parametrize(
    ("document", "request_"),
    [
        ("RLAC-CSSMS", PersonDayRequest(total_days=Fraction(5), wants=Wanted.BRANCH)),
        ("RLAC-CSSMS", PersonDayRequest(total_days=Fraction(5), wants=Wanted.ON_SITE_DAYS)),
        ("RLAC-CSSMS", PersonDayRequest(combined_with=(Fraction(5), Fraction(5)))),
        ("WAL-QP-21", PersonDayRequest(headcount=100, wants=Wanted.LARGEST_REDUCTION)),
        ("ZQHX-ISMS-ITSMS", PersonDayRequest(AuditType.INITIAL, reductions=(Reduction(),))),
    ],
)
def test_what_a_document_does_not_rule_is_absent(
    document: str, request_: PersonDayRequest, library: Library
) -> None:
    with pytest.raises(RuleAbsent):
        person_days(person_day_rules(document, library), request_)
