"""On which days a channel is owed a digest."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digest.schedule import days_owed, due_at, is_late
from bot.digest.subscription import Subscription

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)


def is_weekday(day: date) -> bool:
    return day.weekday() < 5


def moment(day: date, hour: int, minute: int = 0, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.combine(day, time(hour, minute), zone).astimezone(UTC)


def subscription(since: datetime, at: time = time(9), *, every_day: bool = False) -> Subscription:
    return Subscription("C1", since, "U1", at, every_day=every_day)


def owed(wish: Subscription, last: date | None, now: datetime) -> list[date]:
    return list(days_owed(wish, last, now, SHANGHAI, is_weekday))


def test_nothing_is_owed_before_the_hour_and_one_digest_from_it_on() -> None:
    wish = subscription(moment(MONDAY, 8))

    assert owed(wish, None, moment(MONDAY, 8, 59)) == []
    assert owed(wish, None, moment(MONDAY, 9)) == [MONDAY]
    assert owed(wish, MONDAY, moment(MONDAY, 23)) == []


def test_a_channel_that_joins_after_the_hour_is_owed_the_next_days_digest() -> None:
    wish = subscription(moment(MONDAY, 10))

    assert owed(wish, None, moment(MONDAY, 23)) == []
    assert owed(wish, None, moment(MONDAY + timedelta(days=1), 9)) == [MONDAY + timedelta(days=1)]


def test_two_days_of_downtime_leave_both_days_owed_oldest_first() -> None:
    wish = subscription(moment(MONDAY, 8))

    late = owed(wish, MONDAY, moment(MONDAY + timedelta(days=3), 10))

    assert late == [MONDAY + timedelta(days=n) for n in (1, 2, 3)]


def test_days_off_are_left_out_unless_every_day_is_wished() -> None:
    friday = MONDAY + timedelta(days=4)
    next_monday = moment(MONDAY + timedelta(days=7), 9)

    assert owed(subscription(moment(MONDAY, 8)), friday, next_monday) == [
        MONDAY + timedelta(days=7)
    ]
    assert len(owed(subscription(moment(MONDAY, 8), every_day=True), friday, next_monday)) == 3


def test_another_hour_on_the_same_day_does_not_make_a_second_digest() -> None:
    wish = subscription(moment(MONDAY, 8), at=time(17))

    assert owed(wish, MONDAY, moment(MONDAY, 18)) == []


def test_an_hour_that_the_clocks_skip_comes_once() -> None:
    springing = date(2026, 3, 8)
    wish = Subscription("C1", moment(springing, 0, 0, NEW_YORK), "U1", time(2, 30), every_day=True)
    after = moment(springing, 12, 0, NEW_YORK)

    assert list(days_owed(wish, None, after, NEW_YORK, is_weekday)) == [springing]
    assert due_at(springing, time(2, 30), NEW_YORK) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


def test_an_hour_that_comes_twice_counts_the_first_time() -> None:
    falling = date(2026, 11, 1)

    assert due_at(falling, time(1, 30), NEW_YORK) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


@given(
    looks=st.lists(st.integers(0, 14 * 24 * 60), min_size=1, max_size=40),
    hour=st.times(timezones=st.none()),
)
def test_however_often_and_in_whatever_order_it_looks_each_day_is_owed_once(
    looks: list[int], hour: time
) -> None:
    start = moment(MONDAY, 0)
    wish = subscription(start, at=hour.replace(second=0, microsecond=0), every_day=True)
    days: list[date] = []

    for minutes in [*looks, 15 * 24 * 60]:
        last = max(days, default=None)
        days += owed(wish, last, start + timedelta(minutes=minutes))

    assert days == [MONDAY + timedelta(days=n) for n in range(len(days))]
    assert len(days) in (15, 16)


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (15, False), (16, True), (3000, True)])
def test_a_digest_is_late_a_quarter_of_an_hour_after_its_time(minutes: int, late: bool) -> None:
    now = moment(MONDAY, 9) + timedelta(minutes=minutes)

    assert is_late(MONDAY, time(9), now, SHANGHAI) is late
