from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.register.record import NewEvent, Particulars
from bot.register.survey import Survey
from bot.store.register import StoredRegister
from calculators.obligations.event_kinds import Status
from calculators.obligations.obligation import State
from knowledge.library import Library

TODAY = date(2026, 2, 1)
ISSUED = NewEvent("issued", date(2025, 3, 8))


@pytest.fixture
def register(make_register: Callable[[], StoredRegister]) -> StoredRegister:
    register = make_register()
    for number in ("1", "2"):
        register.add("甲公司", Particulars("TB-GZ-036", number), [ISSUED], "U1")
    return register


@pytest.fixture
def survey(register: StoredRegister) -> Survey:
    return Survey.load(register, Library.load())


def states(survey: Survey, today: date, topic: str = "first_surveillance") -> list[State]:
    return [
        each.state
        for _, surveyed in survey.all(today)
        for each in surveyed.obligations
        if each.topic == topic
    ]


def test_obligations_follow_from_the_day_and_from_every_change(
    register: StoredRegister, survey: Survey
) -> None:
    assert states(survey, TODAY) == [State.OPEN, State.OPEN]
    assert states(survey, date(2026, 3, 8)) == [State.DUE_SOON, State.DUE_SOON]
    assert states(survey, date(2026, 3, 9)) == [State.OVERDUE, State.OVERDUE]
    register.record(1, NewEvent("surveillance_ended", date(2026, 1, 20)), "U1")
    assert states(survey, TODAY) == [State.MET, State.OPEN]
    register.replace(1, 3, None, "U1")
    assert states(survey, TODAY) == [State.OPEN, State.OPEN]
    register.record(2, NewEvent("withdrawn", date(2026, 1, 20)), "U1")
    assert [surveyed.status for _, surveyed in survey.all(TODAY)] == [
        Status.VALID,
        Status.WITHDRAWN,
    ]


def test_only_what_changed_is_computed_again(register: StoredRegister, survey: Survey) -> None:
    before = [surveyed for _, surveyed in survey.all(TODAY)]
    register.record(2, NewEvent("surveillance_ended", date(2026, 1, 20)), "U1")
    after = [surveyed for _, surveyed in survey.all(TODAY)]
    assert after[0] is before[0]
    assert after[1] is not before[1]


def test_certificate_as_it_was_known_has_the_obligations_of_then(
    register: StoredRegister, survey: Survey
) -> None:
    record = register.certificate(1)
    assert record is not None
    register.record(1, NewEvent("surveillance_ended", date(2026, 1, 20)), "U1")
    known = {each.topic: each.state for each in survey.of(record, TODAY).obligations}
    assert known["first_surveillance"] is State.OPEN
