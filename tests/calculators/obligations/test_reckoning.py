"""What cannot be computed is a gap that says what to record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from calculators.obligations import Survey
from calculators.obligations.event import CertificateFacts
from calculators.obligations.obligation import Obligation

TB, WAL = "TB-GZ-036", "WAL-QP-21"
ISSUED = ("issued", "2025-03-15")
Certificate = Callable[..., CertificateFacts]
Surveyed = Callable[[CertificateFacts, date], Survey]


def one(found: Survey, key: str) -> Obligation:
    return next(each for each in found.obligations if each.key == key)


def test_unknown_audit_is_a_gap_that_names_what_to_record(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    found = surveyed(certificate(WAL, ISSUED), date(2026, 1, 1))
    gap = found.gaps[0]
    assert [each.key for each in found.gaps] == ["first_surveillance:1"]
    assert gap.text == "第一次监督审核最晚日算不出：没有记录初次审核结束日。"
    assert gap.missing == ("initial_audit_ended",)


def test_gap_closes_when_the_obligation_is_met_or_void(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    for event in (("surveillance_ended", "2025-12-01"), ("withdrawn", "2025-12-01")):
        assert surveyed(certificate(WAL, ISSUED, event), date(2026, 1, 1)).gaps == ()


def test_day_beyond_the_calendar_is_a_gap(certificate: Certificate, surveyed: Surveyed) -> None:
    found = surveyed(certificate(TB, ("issued", "9998-03-15")), date(9998, 12, 1))
    assert found.gaps
    assert all(each.text.endswith("。") and not each.missing for each in found.gaps)


def test_audit_before_the_previous_certificate_is_not_the_one_of_this(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(WAL, ("stage_2_ended", "2020-02-10"), ("issued", "2020-03-15"), ISSUED)
    found = surveyed(facts, date(2025, 6, 1))
    assert [each.key for each in found.gaps] == ["first_surveillance:3"]


def test_observation_before_the_issue_waits_for_the_certificate(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    events = [("stage_2_ended", "2025-02-10"), ("observation_raised", "2025-02-10"), ISSUED]
    facts = certificate(WAL, *events)
    before = surveyed(facts, date(2025, 3, 1))
    assert [each.key for each in before.gaps] == ["observation_improvement:2"]
    after = surveyed(facts, date(2025, 3, 15))
    assert one(after, "observation_improvement:2").due == date(2026, 2, 10)


def test_renewed_certificate_has_no_gap_for_the_surveillance_after_the_initial_audit(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(WAL, ("stage_2_ended", "2025-02-10"), ISSUED, ("renewed", "2028-03-01"))
    assert surveyed(facts, date(2028, 6, 1)).gaps == ()
