"""What changes when facts are corrected, what cannot be computed, and that nothing is raised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.audit_types import AuditType
from calculators.deadline_rules import DeadlineRule, load_deadlines
from calculators.obligations import SOON, Survey, obligations, survey
from calculators.obligations.event import CertificateFacts, Event, Severity
from calculators.obligations.event_kinds import event_kinds
from calculators.obligations.obligation import Obligation, State
from calculators.working_days import WorkingCalendar
from knowledge.library import Library

TB, RLAC, WAL, ZQHX = "TB-GZ-036", "RLAC-CSSMS", "WAL-QP-21", "ZQHX-ISMS-ITSMS"
ISSUED = ("issued", "2025-03-15")
CALENDAR = WorkingCalendar.load()
LIBRARY = Library.load()
BOOKS = {each.id: load_deadlines(each.id, LIBRARY) for each in LIBRARY.documents}
Certificate = Callable[..., CertificateFacts]
Surveyed = Callable[[CertificateFacts, date], Survey]


def one(found: Survey, key: str) -> Obligation:
    return next(each for each in found.obligations if each.key == key)


def keys(found: Survey) -> set[str]:
    return {each.key for each in found.obligations}


def test_corrected_date_moves_what_counts_from_it(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    today = date(2026, 6, 1)
    for day, due in (("2026-02-20", date(2027, 2, 20)), ("2026-01-20", date(2027, 1, 20))):
        facts = certificate(TB, ISSUED, ("surveillance_ended", day))
        assert one(surveyed(facts, today), "next_surveillance:2").due == due


def test_suspension_that_is_taken_back_leaves_nothing(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    today = date(2026, 6, 1)
    suspended = surveyed(certificate(TB, ISSUED, ("suspended", "2026-05-01")), today)
    taken_back = surveyed(certificate(TB, ISSUED), today)
    opened = {"suspension_end:2", "withdrawal_after_suspension:2", "status_reporting:2"}
    assert keys(suspended) - keys(taken_back) == opened


def test_future_events_are_not_known_yet_but_for_planned_audits(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(
        TB,
        ISSUED,
        ("surveillance_ended", "2026-02-20"),
        ("audit_planned", "2026-02-18", {"audit_type": "surveillance"}),
    )
    found = surveyed(facts, date(2026, 1, 10))
    assert one(found, "first_surveillance:1").met_by is None
    assert one(found, "plan_reporting:3").due == date(2026, 2, 15)


def test_surveillance_on_or_after_the_expiry_is_left_to_the_recertification(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    for second, superseded in (("2027-03-13", False), ("2027-03-14", True)):
        facts = certificate(
            TB, ISSUED, ("surveillance_ended", "2026-03-10"), ("surveillance_ended", second)
        )
        found = surveyed(facts, date(2027, 4, 1))
        assert ("next_surveillance:3" not in keys(found)) is superseded
        assert "contact_before_surveillance:3" not in keys(found) or not superseded
        assert one(found, "recertification_completion:1").due == date(2028, 3, 14)


def test_late_surveillance_counts_as_the_second_only_long_after_the_first_was_due(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    for day, is_second in (("2026-05-20", False), ("2026-09-15", False), ("2026-09-16", True)):
        late = surveyed(certificate(TB, ISSUED, ("surveillance_ended", day)), date(2026, 10, 1))
        assert one(late, "first_surveillance:1").is_late
        assert (one(late, "second_surveillance:1").met_by is not None) is is_second


def test_one_report_is_enough_after_several_changes_of_the_status(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(
        TB,
        ISSUED,
        ("suspended", "2026-03-02"),
        ("withdrawn", "2026-06-01"),
        ("status_reported", "2026-06-02"),
    )
    found = surveyed(facts, date(2026, 6, 2))
    assert one(found, "status_reporting:2").is_late
    assert one(found, "status_reporting:3").met_by == facts.events[3]


def test_withdrawal_leaves_only_what_follows_from_it_and_what_is_still_owed(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(
        TB,
        ISSUED,
        ("complaint_received", "2026-02-01"),
        ("nonconformity_raised", "2026-02-01", {"severity": "major"}),
        ("withdrawn", "2026-02-10"),
    )
    found = surveyed(facts, date(2026, 2, 10))
    assert keys(found) == {
        "complaint_reply:2",
        "status_reporting:4",
        "reapplication_after_withdrawal:4",
        "record_retention:1",
        "client_record_retention:1",
    }


def test_missed_surveillance_leads_to_suspension_and_then_withdrawal(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    today = date(2026, 6, 1)
    found = one(surveyed(certificate(TB, ISSUED), today), "first_surveillance:1").consequences
    told = [each.quote.ref.number for each in found]
    assert told == ["6.1.1 3)", "10.3.1 7)", "10.3.1", "10.3.2 3)"]
    facts = certificate(WAL, ("stage_2_ended", "2025-02-10"), ISSUED)
    found = one(surveyed(facts, today), "first_surveillance:1").consequences
    told = [each.quote.ref.number for each in found]
    assert told == ["6.7.3.2 2)", "6.7.3.5 1)", "6.7.3.5 2)"]
    assert found[1].text == "逾期 6 个月的，撤销认证证书"


def test_met_obligation_does_not_say_that_its_day_has_passed(
    certificate: Certificate, surveyed: Surveyed
) -> None:
    facts = certificate(TB, ISSUED, ("surveillance_ended", "2026-03-10"))
    met = one(surveyed(facts, date(2026, 6, 1)), "first_surveillance:1")
    assert not any("已过" in each for each in met.calculation.warnings)
    overdue = one(surveyed(certificate(TB, ISSUED), date(2026, 6, 1)), "first_surveillance:1")
    assert any("已过 78 天" in each for each in overdue.calculation.warnings)


def test_soon_is_what_the_caller_says(certificate: Certificate) -> None:
    facts, today = certificate(TB, ISSUED), date(2026, 1, 14)
    for soon, state in ((60, State.DUE_SOON), (59, State.OPEN)):
        found = obligations(facts, BOOKS[TB], today, CALENDAR, soon)
        due = next(each for each in found if each.topic == "first_surveillance")
        assert due.state is state
    assert SOON == 30


def events_of_any_kind() -> st.SearchStrategy[list[Event]]:
    days = st.dates(date(1995, 1, 1), date(2040, 12, 31))
    near = st.dates(date(2024, 1, 1), date(2029, 12, 31))
    event = st.builds(
        Event,
        number=st.just(0),
        kind=st.sampled_from(sorted(event_kinds())),
        on=days | near,
        severity=st.none() | st.sampled_from(Severity),
        audit_type=st.none() | st.sampled_from(AuditType),
        answers=st.none() | st.integers(0, 12),
        expires=st.none() | near,
    )
    return st.lists(event, max_size=14)


@settings(max_examples=40)
@given(
    events=events_of_any_kind(),
    document=st.sampled_from(sorted(BOOKS)),
    today=st.dates(date(2024, 1, 1), date(2030, 12, 31)),
)
def test_nothing_is_raised_and_keys_are_unique_whatever_happened(
    events: list[Event], document: str, today: date
) -> None:
    ordered = sorted(events, key=lambda each: each.on)
    numbered = tuple(
        Event(n, e.kind, e.on, e.severity, e.audit_type, e.answers, e.expires)
        for n, e in enumerate(ordered)
    )
    found = survey(CertificateFacts(document, numbered), BOOKS[document], today, CALENDAR)
    told = [*(o.key for o in found.obligations), *(gap.key for gap in found.gaps)]
    assert len(told) == len(set(told))
    for each in found.obligations:
        assert each.met_by is None or each.met_by.on <= today
        assert each.clause.ref.document == document
        assert each.due is None or each.earliest is None or each.earliest <= each.due
        assert each.opened_by.on <= today or each.opened_by.kind == "audit_planned"


@given(shift=st.integers(0, 700), day=st.dates(date(2024, 2, 1), date(2026, 3, 31)))
@settings(max_examples=30)
def test_surveillance_moves_with_the_issue(shift: int, day: date) -> None:
    def due(issued: date) -> date | None:
        facts = CertificateFacts(RLAC, (Event(1, "issued", issued),))
        found = survey(facts, BOOKS[RLAC], issued, CALENDAR)
        return one(found, "first_surveillance:1").due

    first, later = due(day), due(day + timedelta(days=shift))
    assert first and later and first <= later


def test_a_rulebook_without_a_day_makes_no_obligation() -> None:
    undated: list[DeadlineRule] = [rule for rule in BOOKS[TB] if not rule.limits]
    facts = CertificateFacts(TB, (Event(1, "issued", date(2025, 3, 15)),))
    found = survey(facts, undated, date(2026, 1, 1), CALENDAR)
    assert (found.obligations, found.gaps, found.expires) == ((), (), None)
