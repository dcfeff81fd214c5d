"""The obligations worked out by hand in ``tests/cases/obligations``, on every day of a change."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from calculators.deadline_rules import DeadlineRule
from calculators.obligations import Survey
from calculators.obligations.event import CertificateFacts
from calculators.obligations.obligation import Obligation, State
from calculators.obligations.terms import terms_of

FOLDER = Path(__file__).parents[2] / "cases" / "obligations"
DAY = timedelta(days=1)
SOON = timedelta(days=30)
Case = Mapping[str, Any]


def plain_cases() -> list[tuple[str, Case]]:
    return [
        (path.stem, case)
        for path in sorted(FOLDER.glob("*.toml"))
        for case in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


@dataclass(frozen=True)
class Look:
    """A case on a day on which its obligation changes, and how it stands then."""

    document: str
    case: Case
    day: date
    expected: State | None

    def __str__(self) -> str:
        return f"{self.case['id']}-{self.day}-{self.expected or 'absent'}"


def looks() -> list[Look]:
    return [
        Look(document, case, day, expected_state(case, day))
        for document, case in plain_cases()
        for day in sorted(days_of_change(case))
    ]


def days_of_change(case: Case) -> set[date]:
    first = case.get("seen_from", case.get("opens"))
    days = {first, case["opens"] - DAY} if "opens" in case else {first}
    if due := case.get("due"):
        days |= {due - SOON - DAY, due - SOON, due, due + DAY}
    if last := met_from(case) or case.get("ends"):
        days |= {last - DAY, last, last + 400 * DAY}
    until = case.get("seen_to", date.max)
    since = case["opens"] - DAY if "opens" in case else first
    return {day for day in days if since <= day <= until}


def met_from(case: Case) -> date | None:
    met = case.get("met")
    return case.get("met_from", case["events"][met - 1][1]) if met else None


def expected_state(case: Case, day: date) -> State | None:
    met, due, ends = met_from(case), case.get("due"), case.get("ends")
    if ("opens" in case and day < case["opens"]) or (ends and day >= ends):
        return None
    if met and day >= met:
        return State.MET
    if due is None or day < due - SOON:
        return State.OPEN
    return State.OVERDUE if day > due else State.DUE_SOON


def find(survey: Survey, key: str) -> Obligation | None:
    found = [each for each in survey.obligations if each.key == key]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize("look", looks(), ids=str)
def test_obligation_stands_as_worked_out_by_hand(
    look: Look,
    certificate: Callable[..., CertificateFacts],
    surveyed: Callable[[CertificateFacts, date], Survey],
) -> None:
    case = look.case
    facts = certificate(look.document, *case["events"])
    found = find(surveyed(facts, look.day), case["key"])
    if look.expected is None:
        assert found is None
        return
    assert found is not None
    assert found.state is look.expected
    assert (found.earliest, found.due) == (case.get("earliest"), case.get("due"))
    assert found.clause.ref.number == case["clause"]
    met = found.met_by.number if found.met_by else None
    assert met == (case["met"] if look.expected is State.MET else None)
    if "warns" in case and look.expected is (State.MET if "met" in case else look.expected):
        assert any(case["warns"] in each for each in found.calculation.warnings)


def test_every_rule_that_makes_obligations_has_a_case(
    books: dict[str, tuple[DeadlineRule, ...]],
) -> None:
    reached = {(document, case["key"].split(":")[0]) for document, case in plain_cases()}
    dated = {
        (document, rule.id)
        for document, rules in books.items()
        for rule in rules
        if rule.limits and terms_of(rule, rule.topics[0]).why_none is None
    }
    assert dated == reached


def test_every_rule_is_seen_in_every_state_that_it_can_have(
    books: dict[str, tuple[DeadlineRule, ...]],
) -> None:
    seen: dict[tuple[str, str], set[State | None]] = {}
    dated: set[tuple[str, str]] = set()
    for document, case in plain_cases():
        name = (document, case["key"].split(":")[0])
        dated |= {name} if "due" in case else set()
        seen.setdefault(name, set()).update(
            expected_state(case, day) for day in days_of_change(case)
        )
    unseen = {}
    for (document, rule_id), states in seen.items():
        rule = next(each for each in books[document] if each.id == rule_id)
        due = (document, rule_id) in dated
        wanted = {State.DUE_SOON, State.OVERDUE} if due else {State.OPEN}
        wanted |= {State.MET} if terms_of(rule, rule.topics[0]).met_by else set()
        if missing := wanted - states:
            unseen[document, rule_id] = missing
    assert unseen == {}
