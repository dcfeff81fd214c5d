"""A certificate looked at on every day of its life: nothing falls into a gap between two days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from calculators.obligations import Survey
from calculators.obligations.event import CertificateFacts
from calculators.obligations.event_kinds import Status
from calculators.obligations.obligation import Obligation, State

DAY = timedelta(days=1)
SURVEILLANCE = {"first_surveillance", "next_surveillance", "annual_check"}
LIVES: dict[str, Sequence[Sequence[Any]]] = {
    "TB-GZ-036": [
        ("stage_1_ended", "2024-12-01"),
        ("stage_2_ended", "2025-01-10"),
        ("nonconformity_raised", "2025-01-10", {"severity": "major", "audit_type": "initial"}),
        ("nonconformity_closed", "2025-02-01"),
        ("decided", "2025-03-01"),
        ("issued", "2025-03-15"),
        ("result_reported", "2025-04-02"),
        ("audit_planned", "2026-03-20", {"audit_type": "surveillance"}),
        ("suspended", "2026-04-01"),
        ("status_reported", "2026-04-08"),
        ("surveillance_ended", "2026-05-20"),
        ("restored", "2026-06-01"),
        ("nonconformity_raised", "2026-05-20", {"severity": "minor"}),
        ("surveillance_ended", "2027-02-01"),
        ("nonconformity_closed", "2027-02-01"),
        ("client_contacted", "2027-12-01"),
        ("recertification_applied", "2028-01-05"),
        ("recertification_ended", "2028-02-01"),
        ("decided", "2028-03-20"),
        ("renewed", "2028-04-01"),
    ],
    "RLAC-CSSMS": [
        ("issued", "2025-03-15"),
        ("surveillance_ended", "2026-02-20"),
        ("verified", "2027-06-01"),
        ("suspended", "2027-06-05"),
        ("surveillance_ended", "2027-08-01"),
        ("restored", "2027-08-20"),
        ("recertification_ended", "2028-02-01"),
        ("decided", "2028-02-10"),
        ("renewed", "2028-02-20"),
    ],
    "WAL-QP-21": [
        ("stage_2_ended", "2025-02-10"),
        ("issued", "2025-03-15"),
        ("surveillance_ended", "2026-02-01"),
        ("observation_raised", "2026-02-01"),
        ("surveillance_ended", "2027-01-20"),
        ("surveillance_ended", "2028-01-10"),
    ],
    "CNITSEC-CLOUD-1": [
        ("issued", "2025-03-15"),
        ("annual_check_done", "2026-03-01"),
        ("annual_check_done", "2027-03-20"),
        ("recertification_applied", "2028-01-10"),
        ("renewed", "2028-03-01"),
    ],
    "ZQHX-ISMS-ITSMS": [
        ("issued", "2025-03-15", {"expires": date(2028, 3, 14)}),
        ("surveillance_ended", "2026-02-20"),
        ("surveillance_ended", "2027-02-10"),
        ("cancelled", "2027-10-10"),
    ],
}
Life = list[tuple[date, Survey]]


@pytest.fixture(scope="module", params=sorted(LIVES))
def life(
    request: pytest.FixtureRequest,
    certificate: Callable[..., CertificateFacts],
    surveyed: Callable[[CertificateFacts, date], Survey],
) -> tuple[CertificateFacts, Life]:
    """What a certificate owes on each day, from before its first event to a year after expiry."""
    facts = certificate(request.param, *LIVES[request.param])
    first = min(each.on for each in facts.events)
    days = [first + number * DAY for number in range((date(2029, 4, 1) - first).days)]
    return facts, [(day, surveyed(facts, day)) for day in days]


def by_key(survey: Survey) -> dict[str, Obligation]:
    found = {each.key: each for each in survey.obligations}
    assert len(found) == len(survey.obligations)
    return found


def days_of_change(facts: CertificateFacts, life: Life) -> set[date]:
    """The days of events and those after a certificate has expired."""
    expiries = {survey.expires + DAY for _, survey in life if survey.expires}
    return {each.on for each in facts.events} | expiries


def test_state_changes_exactly_at_the_boundaries(life: tuple[CertificateFacts, Life]) -> None:
    for day, survey in life[1]:
        for each in survey.obligations:
            left = each.days_left(day)
            if each.met_by:
                expected = State.MET
            elif left is None or left > 30:
                expected = State.OPEN
            else:
                expected = State.OVERDUE if left < 0 else State.DUE_SOON
            assert each.state is expected, (day, each.key)


def test_what_is_met_stays_met_by_the_same_event(life: tuple[CertificateFacts, Life]) -> None:
    for (_, before), (day, after) in pairwise(life[1]):
        later = by_key(after)
        for key, each in by_key(before).items():
            if each.met_by:
                assert later[key].met_by == each.met_by, (day, key)
                assert later[key].due == each.due, (day, key)


def test_obligations_come_and_go_only_when_something_happens(
    life: tuple[CertificateFacts, Life],
) -> None:
    changes = days_of_change(*life)
    for (yesterday, before), (day, after) in pairwise(life[1]):
        missed = any(each.due == yesterday for each in before.obligations)
        if day not in changes and not missed:
            assert by_key(before).keys() == by_key(after).keys(), day
        gone = by_key(before).keys() - by_key(after).keys()
        assert day in changes or not gone, (day, gone)


def test_a_day_moves_only_when_something_happens(life: tuple[CertificateFacts, Life]) -> None:
    facts, days = life
    planned = {each.on + DAY for each in facts.events if each.kind == "audit_planned"}
    changes = days_of_change(facts, days) | planned
    for (_, before), (day, after) in pairwise(days):
        for key, each in by_key(after).items():
            known = by_key(before).get(key, each)
            same = (known.due, known.earliest) == (each.due, each.earliest)
            assert same or day in changes, (day, key)


def test_a_standing_certificate_always_has_its_next_surveillance_or_its_recertification(
    life: tuple[CertificateFacts, Life],
) -> None:
    facts, days = life
    for day, survey in days:
        if survey.status not in (Status.VALID, Status.SUSPENDED) or survey.expires is None:
            continue
        ahead = [each for each in survey.obligations if each.topic in SURVEILLANCE]
        if any(each.met_by is None for each in ahead) or is_unruled(facts, day):
            continue
        done = [each.on for each in facts.events if each.on <= day and ends_audit(each.kind)]
        within = max(done) + timedelta(days=460) >= survey.expires
        assert within or "recertification_ended" in kinds(facts, day), day


def is_unruled(facts: CertificateFacts, day: date) -> bool:
    """ZQHX rules no first surveillance, and only the interval from one that was done."""
    return facts.document == "ZQHX-ISMS-ITSMS" and "surveillance_ended" not in kinds(facts, day)


def kinds(facts: CertificateFacts, day: date) -> set[str]:
    return {each.kind for each in facts.events if each.on <= day}


def ends_audit(kind: str) -> bool:
    return kind in ("surveillance_ended", "annual_check_done", "recertification_ended")


def test_order_is_overdue_then_by_day_then_without_a_day_then_met(
    life: tuple[CertificateFacts, Life],
) -> None:
    for _, survey in life[1]:
        ranks = [
            (each.met_by is not None, each.due is None, each.due or each.earliest)
            for each in survey.obligations
        ]
        assert ranks == sorted(ranks)
        states = [each.state for each in survey.obligations]
        overdue = states.count(State.OVERDUE)
        assert states[:overdue] == [State.OVERDUE] * overdue
