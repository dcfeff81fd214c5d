"""Which event meets which obligation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from calculators.obligations import Survey
from calculators.obligations.event import CertificateFacts

TB, RLAC, WAL = "TB-GZ-036", "RLAC-CSSMS", "WAL-QP-21"
ISSUED = ("issued", "2025-03-15")
TODAY = date(2029, 1, 1)
Certificate = Callable[..., CertificateFacts]
Surveyed = Callable[[CertificateFacts, date], Survey]


def met(survey: Survey, rule: str) -> dict[int, int | None]:
    """The number of the event that met each obligation of a rule, by that of its opening."""
    return {
        each.opened_by.number: each.met_by.number if each.met_by else None
        for each in survey.obligations
        if each.key.split(":")[0] == rule
    }


COMPLAINTS = [("complaint_received", "2026-03-02"), ("complaint_received", "2026-03-05")]
REPLIES: list[tuple[list[Sequence[Any]], dict[int, int | None]]] = [
    ([("complaint_answered", "2026-04-01")], {1: 3, 2: None}),
    ([("complaint_answered", "2026-04-01", {"answers": 2})], {1: None, 2: 3}),
    (
        [
            ("complaint_answered", "2026-04-01", {"answers": 2}),
            ("complaint_answered", "2026-04-02"),
        ],
        {1: 4, 2: 3},
    ),
    (
        [("complaint_answered", "2026-04-01"), ("complaint_answered", "2026-04-02")],
        {1: 3, 2: 4},
    ),
    (
        [
            ("complaint_answered", "2026-04-01"),
            ("complaint_answered", "2026-04-09", {"answers": 1}),
        ],
        {1: 4, 2: 3},
    ),
    ([("complaint_answered", "2026-03-01")], {2: None, 3: None}),
    ([("complaint_answered", "2026-03-03", {"answers": 99})], {1: 3, 2: None}),
]


@pytest.mark.parametrize(("replies", "expected"), REPLIES)
def test_reply_meets_the_complaint_it_answers_else_the_oldest_open_one(
    replies: list[Sequence[Any]],
    expected: dict[int, int | None],
    certificate: Certificate,
    surveyed: Surveyed,
) -> None:
    early = replies[0][1] < COMPLAINTS[0][1]
    facts = certificate(TB, *(replies + COMPLAINTS if early else [*COMPLAINTS, *replies]))
    assert met(surveyed(facts, TODAY), "complaint_reply") == expected


def test_closing_a_nonconformity_meets_all_that_it_opened(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    found = surveyed(
        certificate(
            RLAC,
            ("stage_2_ended", "2025-01-10"),
            ("nonconformity_raised", "2025-01-10", {"severity": "major"}),
            ("nonconformity_closed", "2025-02-10"),
        ),
        TODAY,
    )
    assert met(found, "initial_major_nonconformity") == {2: 3}
    assert met(found, "major_nonconformity_correction") == {2: 3}


def test_report_ahead_of_an_audit_is_for_the_next_one_else_for_the_oldest(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    plans = [("audit_planned", "2026-03-10"), ("audit_planned", "2027-03-10")]
    ahead = certificate(TB, *plans, ("plan_reported", "2027-03-01"))
    late = certificate(TB, *plans, ("plan_reported", "2027-03-20"))
    assert met(surveyed(ahead, TODAY), "plan_reporting") == {1: None, 2: 3}
    assert met(surveyed(late, TODAY), "plan_reporting") == {1: 3, 2: None}


def test_one_surveillance_meets_the_regular_one_and_the_one_after_a_notice(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(
        TB, ISSUED, ("authority_notice", "2026-01-20"), ("surveillance_ended", "2026-02-10")
    )
    found = surveyed(facts, date(2026, 2, 10))
    assert met(found, "first_surveillance") == {1: 3}
    assert met(found, "authority_notice_surveillance") == {2: 3}


def test_act_on_the_day_of_renewal_belongs_to_the_cycle_before(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(
        TB,
        ISSUED,
        ("recertification_applied", "2028-03-01"),
        ("recertification_ended", "2028-03-01"),
        ("surveillance_ended", "2028-03-01"),
        ("recertification_material_submitted", "2028-03-01"),
        ("renewed", "2028-03-01"),
    )
    found = surveyed(facts, date(2028, 6, 1))
    assert met(found, "recertification_application") == {1: 2, 6: None}
    assert met(found, "recertification_completion") == {1: 3, 6: None}
    assert met(found, "recertification_material") == {1: 5, 6: None}
    assert met(found, "first_surveillance") == {1: 4, 6: None}
    assert met(found, "next_surveillance") == {}


def test_decision_after_a_surveillance_asks_for_no_upload(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(
        WAL,
        ("stage_2_ended", "2025-02-10"),
        ("decided", "2025-03-01"),
        ISSUED,
        ("surveillance_ended", "2026-02-01"),
        ("decided", "2026-03-01"),
    )
    assert met(surveyed(facts, TODAY), "result_reporting") == {2: None}


def test_one_renewal_meets_the_expiry_and_what_leads_to_it(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    found = surveyed(certificate(TB, ISSUED, ("renewed", "2028-03-01")), date(2028, 3, 1))
    for rule in ("certificate_expiry", "recertification_application", "recertification_material"):
        assert met(found, rule)[1] == 2
    assert met(found, "restoration_after_expiry") == {}


def test_new_initial_certificate_makes_the_recertification_of_the_old_one_void(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    found = surveyed(certificate(TB, ISSUED, ("issued", "2029-01-01")), TODAY)
    assert met(found, "certificate_expiry") == {2: None}
    assert met(found, "recertification_completion") == {2: None}


def test_verification_on_the_day_of_the_suspension_is_met_by_it(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(TB, ISSUED, ("suspended", "2026-04-01"), ("verified", "2026-04-01"))
    assert met(surveyed(facts, date(2026, 4, 1)), "suspension_decision") == {3: 2}


def test_act_on_the_first_day_is_not_too_early(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    for day, early in (("2025-01-14", True), ("2025-01-15", False)):
        facts = certificate(TB, ("stage_1_ended", "2025-01-10"), ("stage_2_ended", day))
        found = surveyed(facts, TODAY).obligations
        interval = next(each for each in found if each.topic == "stage_interval")
        assert any("早于最早日" in each for each in interval.calculation.warnings) is early
