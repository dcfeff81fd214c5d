"""What a digest says of a register: in which order, for whom, and what it leaves out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.digest.content import DigestContent, content_of
from bot.digest.subscription import Subscription
from bot.register.record import NewEvent, Particulars
from bot.slack.desk import Desk
from bot.store.database import Database
from knowledge.library import Library
from tests.fakes.clock import Clock
from tests.fakes.desks import desk_over

TODAY = date(2026, 11, 24)
WISH = Subscription("C1", datetime(2026, 11, 1, tzinfo=UTC), "U1")


@pytest.fixture
def desk(database: Database) -> Desk:
    return desk_over(database, Library.load(), Clock())


def add(desk: Desk, number: str, *events: tuple[str, date], owner: str = "") -> None:
    document = "TB-GZ-036" if number.startswith("TB") else "RLAC-CSSMS"
    desk.register.add(
        f"{number} 有限公司",
        Particulars(document, number, owner=owner),
        [NewEvent(kind, day) for kind, day in events],
        "测试",
    )


def content(desk: Desk, wish: Subscription = WISH, put_off: bool = False) -> DigestContent:
    return content_of(desk.survey.all(TODAY), wish, TODAY, lambda *_: put_off)


def numbers(content: DigestContent) -> list[str]:
    items = (*content.overdue, *content.upcoming)
    return [item.record.particulars.number for item in items]


def test_overdue_ones_come_first_then_by_last_day(desk: Desk) -> None:
    add(desk, "RLAC-1", ("issued", date(2025, 12, 20)))
    add(desk, "RLAC-2", ("issued", date(2025, 12, 1)))
    add(desk, "RLAC-3", ("issued", date(2025, 6, 1)))

    found = content(desk)

    assert numbers(found) == ["RLAC-3", "RLAC-2", "RLAC-1"]
    assert [item.due for item in found.overdue] == [date(2026, 6, 1)]


def test_what_lies_further_ahead_than_is_wished_is_left_out(desk: Desk) -> None:
    add(desk, "RLAC-1", ("issued", date(2025, 12, 25)))

    assert content(desk).is_empty
    assert numbers(content(desk, Subscription("C1", WISH.since, "U1", days_ahead=31))) == ["RLAC-1"]


def test_schemes_and_owners_narrow_the_digest(desk: Desk) -> None:
    add(desk, "RLAC-1", ("issued", date(2025, 12, 1)), owner="U7")
    add(desk, "TB-1", ("issued", date(2025, 12, 1)), owner="U8")

    only_tb = Subscription("C1", WISH.since, "U1", documents=("TB-GZ-036",))
    only_u7 = Subscription("C1", WISH.since, "U1", owners=("U7",))

    assert set(numbers(content(desk, only_tb))) == {"TB-1"}
    assert set(numbers(content(desk, only_u7))) == {"RLAC-1"}


def test_what_somebody_put_off_waits(desk: Desk) -> None:
    add(desk, "RLAC-1", ("issued", date(2025, 12, 1)))

    assert content(desk, put_off=True).is_empty


def test_old_paperwork_that_nobody_could_record_is_counted_and_not_listed(desk: Desk) -> None:
    add(desk, "TB-1", ("issued", date(2026, 6, 8)))

    found = content(desk)

    assert found.is_empty
    assert found.unrecorded == 1


def test_paperwork_that_fell_due_since_is_listed(desk: Desk) -> None:
    add(desk, "TB-1", ("issued", TODAY - timedelta(days=3)))

    found = content(desk, Subscription("C1", WISH.since, "U1", days_ahead=60))

    assert [each.topic for item in found.upcoming for each in item.obligations] == [
        "result_reporting"
    ]
    assert found.unrecorded == 0


def test_an_old_overdue_surveillance_is_always_listed(desk: Desk) -> None:
    add(desk, "RLAC-1", ("issued", date(2024, 12, 1)))

    assert [each.topic for item in content(desk).overdue for each in item.obligations] == [
        "first_surveillance"
    ]
