"""Which later event meets an obligation, which ends it, and which leaves it as it is.

The cases are in ``tests/cases/obligations/endings``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from calculators.obligations import Survey
from calculators.obligations.event import CertificateFacts
from calculators.obligations.obligation import Obligation

FOLDER = Path(__file__).parents[2] / "cases" / "obligations" / "endings"
CASES = tomllib.loads((FOLDER / "endings.toml").read_text("utf-8"))
TB, RLAC, WAL = "TB-GZ-036", "RLAC-CSSMS", "WAL-QP-21"
EXPIRY = {TB: date(2028, 3, 14), WAL: date(2028, 3, 15), "CNITSEC-CLOUD-1": date(2028, 3, 15)}
DAY = timedelta(days=1)
ISSUED = ("issued", "2025-03-15")
# Events that change much; what names them neither as meeting nor as ending stays as it is.
TRIED = {
    *("client_contacted", "complaint_received", "decided", "restored", "status_reported"),
    *("surveillance_ended", "suspended", "withdrawn", "cancelled"),
    *("recertification_ended", "renewed", "issued"),
}
Case = Mapping[str, Any]
Certificate = Callable[..., CertificateFacts]
Surveyed = Callable[[CertificateFacts, date], Survey]


def named(kind: str) -> list[Any]:
    return [
        pytest.param(case, id=f"{case['document']}-{case.get('key') or case['rule']}-{place}")
        for place, case in enumerate(CASES[kind])
    ]


def find(survey: Survey, key: str) -> Obligation | None:
    return next((each for each in survey.obligations if each.key == key), None)


def how(found: Obligation | None) -> str:
    return "ended" if found is None else "met" if found.met_by else "open"


@pytest.mark.parametrize("case", named("case"))
def test_later_event_meets_ends_or_leaves_the_obligation(
    case: Case, certificate: Certificate, surveyed: Surveyed
) -> None:
    kinds = sorted(TRIED | {*case["meets"], *case["ends"]})
    expected = dict.fromkeys(kinds, "open")
    expected |= dict.fromkeys(case["ends"], "ended") | dict.fromkeys(case["meets"], "met")
    told, later = {}, {}
    for kind in kinds:
        facts = certificate(case["document"], *case["events"], (kind, case["day"]))
        told[kind] = how(find(surveyed(facts, case["day"]), case["key"]))
        later[kind] = how(find(surveyed(facts, case["day"] + 3 * DAY), case["key"]))
    assert told == expected
    assert later == expected


@pytest.mark.parametrize("case", named("at_expiry"))
def test_what_only_a_standing_certificate_owes_ends_when_it_expires(
    case: Case, certificate: Certificate, surveyed: Surveyed
) -> None:
    facts, last = certificate(case["document"], *case["events"]), EXPIRY[case["document"]]
    assert find(surveyed(facts, last), case["key"]) is not None
    assert find(surveyed(facts, last + DAY), case["key"]) is None


@pytest.mark.parametrize(
    "rule",
    [
        *("certificate_expiry", "recertification_application", "recertification_completion"),
        *("recertification_material", "record_retention"),
    ],
)
def test_what_leads_to_the_recertification_stays_after_expiry(
    rule: str, certificate: Certificate, surveyed: Surveyed
) -> None:
    assert find(surveyed(certificate(TB, ISSUED), EXPIRY[TB] + DAY), f"{rule}:1") is not None


@pytest.mark.parametrize("case", named("each"))
def test_one_act_meets_one_obligation_where_each_needs_its_own(
    case: Case, certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(case["document"], *case["events"], (case["act"], "2026-05-20"))
    found = surveyed(facts, date(2026, 5, 20))
    assert how(find(found, f"{case['rule']}:2")) == "met"
    assert how(find(found, f"{case['rule']}:3")) == "open"


def day_after(case: Case) -> date:
    last: date = max(event[1] for event in case["events"])
    return last + DAY


@pytest.mark.parametrize("case", named("not_opened"))
def test_rule_is_not_opened_where_the_document_speaks_of_something_else(
    case: Case, certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(case["document"], *case["events"])
    assert find(surveyed(facts, day_after(case)), case["key"]) is None


@pytest.mark.parametrize("case", named("opened"))
def test_rule_is_opened_in_every_status_that_it_is_about(
    case: Case, certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(case["document"], *case["events"])
    assert find(surveyed(facts, day_after(case)), case["key"]) is not None


@pytest.mark.parametrize("audit", ["stage_2_ended", "surveillance_ended", "recertification_ended"])
def test_report_between_the_audit_and_the_decision_counts(
    audit: str, certificate: Certificate, surveyed: Surveyed
) -> None:
    reported = ("report_submitted", "2026-02-25")
    facts = certificate(RLAC, ISSUED, (audit, "2026-02-20"), reported, ("decided", "2026-03-01"))
    found = find(surveyed(facts, date(2026, 3, 1)), "report_submission:4")
    assert how(found) == "met"


@pytest.mark.parametrize(
    ("document", "events", "key"),
    [
        (TB, [("suspended", "2026-02-01")], "suspension_after_overdue:1"),
        (
            WAL,
            [("stage_2_ended", "2025-02-10"), ("withdrawn", "2026-03-01")],
            "withdrawal_after_overdue:2",
        ),
        (
            TB,
            [("suspended", "2026-04-01"), ("withdrawn", "2026-05-01")],
            "withdrawal_after_suspension:2",
        ),
    ],
)
def test_withdrawal_or_suspension_for_another_reason_is_not_called_too_early(
    document: str,
    events: list[tuple[str, str]],
    key: str,
    certificate: Certificate,
    surveyed: Surveyed,
) -> None:
    found = find(surveyed(certificate(document, ISSUED, *events), date(2026, 6, 1)), key)
    assert found is not None and found.met_by is not None
    assert not any("早于最早日" in each for each in found.calculation.warnings)


def test_contact_before_the_day_on_which_it_counts_is_about_a_surveillance(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    """届满 2028-03-14 前 3 个月是 2027-12-14；它之前 6 个月 2027-06-14 起的联系才算。"""
    for day, expected in (("2027-06-13", "open"), ("2027-06-14", "met")):
        facts = certificate(TB, ISSUED, ("client_contacted", day))
        found = surveyed(facts, date(2027, 7, 1))
        assert how(find(found, "contact_before_recertification:1")) == expected
