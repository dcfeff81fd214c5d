"""What holds for every sample, and what one more site changes."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from calculators.audit_types import AuditType
from calculators.rulebook import load_rulebook
from calculators.sampling import (
    SamplingRequest,
    SamplingRules,
    one_more_site,
    sample_size,
    sampling_rules,
)
from knowledge.errors import OutOfRange, RuleAbsent
from knowledge.library import Library

AUDITS = (AuditType.INITIAL, AuditType.SURVEILLANCE, AuditType.RECERTIFICATION)
audits = some.sampled_from(AUDITS)
sites = some.integers(1, 2000)


@pytest.fixture(scope="module")
def tb(library: Library) -> SamplingRules:
    return sampling_rules("TB-GZ-036", library)


def number(rules: SamplingRules, request: SamplingRequest) -> int:
    value = sample_size(rules, request).value
    assert isinstance(value, Fraction)
    assert value.denominator == 1
    return int(value)


@given(audits, sites)
def test_sample_is_never_more_than_the_sites_nor_less_than_one(
    tb: SamplingRules, audit: AuditType, count: int
) -> None:
    for request in (
        SamplingRequest(audit, similar=(count,)),
        SamplingRequest(audit, dissimilar=count),
    ):
        assert 1 <= number(tb, request) <= count


@given(audits, sites)
def test_sample_is_not_below_the_share_that_the_document_states(
    tb: SamplingRules, audit: AuditType, count: int
) -> None:
    similar = number(tb, SamplingRequest(audit, similar=(count,)))
    apart = number(tb, SamplingRequest(audit, dissimilar=count))
    assert similar >= count * tb.similar[audit].value
    assert apart >= count * tb.dissimilar[audit].value


@given(audits, sites)
def test_one_more_site_adds_one_or_none(tb: SamplingRules, audit: AuditType, count: int) -> None:
    for request in (
        SamplingRequest(audit, similar=(count,)),
        SamplingRequest(audit, dissimilar=count),
        SamplingRequest(audit, sites=count),
    ):
        more = one_more_site(tb, request).value
        assert more in (number(tb, request), number(tb, request) + 1)


@pytest.mark.parametrize("count", [0, -1, True])
def test_count_of_sites_that_is_no_positive_number_is_refused(
    count: int, tb: SamplingRules
) -> None:
    for request in (
        SamplingRequest(AuditType.INITIAL, similar=(count,)),
        SamplingRequest(AuditType.INITIAL, dissimilar=count),
        SamplingRequest(AuditType.INITIAL, sites=count),
    ):
        with pytest.raises(OutOfRange, match="场所数应为正整数"):
            sample_size(tb, request)


def test_document_without_any_rule_is_absent(library: Library) -> None:
    assert load_rulebook(SamplingRules, "WAL-QP-21", library) is None
    with pytest.raises(RuleAbsent):
        sampling_rules("WAL-QP-21", library)
