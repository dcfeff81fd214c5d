"""Rounds of digests over a real ledger, with a board on which the test sees what arrived."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.digest.ledger import Page
from bot.digest.posting import Mark, NotPosted
from bot.digest.running import Digests
from bot.digest.sending import Composed, Sender
from bot.digest.subscription import Subscription
from bot.store.database import Database
from bot.store.digest_ledger import StoredLedger
from bot.store.subscriptions import StoredSubscriptions
from tests.fakes.clock import Clock

ZONE = ZoneInfo("Asia/Shanghai")
TUESDAY = date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 25)
AT_NINE = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


class Wall:
    """Keeps what was posted; each failure in the list is raised once, before anything is kept."""

    def __init__(self) -> None:
        self.posted: list[tuple[str, date, str]] = []
        self.pictures: list[bytes] = []
        self.failures: list[NotPosted] = []
        self.picture_failures: list[NotPosted] = []

    def post(self, page: Page, mark: Mark, thread: str | None) -> str:
        if self.failures:
            raise self.failures.pop()
        self.posted.append((mark.channel, mark.day, page["text"]))
        return f"{len(self.posted)}.0"

    def find_first(self, mark: Mark, since: datetime) -> str | None:
        return None

    def find_in_thread(self, mark: Mark, thread: str) -> Sequence[str]:
        return (thread,)

    def has_picture(self, mark: Mark, thread: str) -> bool:
        return False

    def add_picture(self, picture: bytes, mark: Mark, thread: str) -> None:
        if self.picture_failures:
            raise self.picture_failures.pop()
        self.pictures.append(picture)


@pytest.fixture
def now() -> Clock:
    clock = Clock()
    clock.moment = AT_NINE - timedelta(hours=1)
    return clock


@pytest.fixture
def ledger(database: Database, now: Clock) -> StoredLedger:
    return StoredLedger(database, now)


@pytest.fixture
def subscriptions(database: Database, now: Clock) -> StoredSubscriptions:
    kept = StoredSubscriptions(database, now)
    kept.turn_on(Subscription("C1", now.moment, "U1"))
    return kept


@pytest.fixture
def wall() -> Wall:
    return Wall()


def compose(channel: str, day: date) -> Composed | None:
    if channel == "broken":
        raise ValueError("cannot be composed")
    if channel == "silent":
        return None
    return Composed(({"text": f"{day} 的提醒", "blocks": []},), lambda: drawn(channel))


def drawn(channel: str) -> bytes:
    if channel == "undrawable":
        raise ValueError("no picture")
    return b"picture"


@pytest.fixture
def digests(
    ledger: StoredLedger, subscriptions: StoredSubscriptions, wall: Wall, now: Clock
) -> Digests:
    sender = Sender(ledger, wall, compose, now, "me")
    return Digests(subscriptions, ledger, sender, now, ZONE, lambda day: day.weekday() < 5)


def test_a_digest_comes_at_its_hour_and_once_a_day(
    digests: Digests, wall: Wall, now: Clock
) -> None:
    assert digests.round() == 0
    now.moment = AT_NINE

    assert digests.round() == 1
    assert digests.round() == 0
    assert wall.posted == [("C1", TUESDAY, "2026-11-24 的提醒")]
    assert wall.pictures == [b"picture"]


def test_after_two_days_of_downtime_every_day_comes_in_order(
    digests: Digests, wall: Wall, now: Clock
) -> None:
    now.moment = AT_NINE + timedelta(days=2, hours=5)

    assert digests.round() == 3
    assert [day for _, day, _ in wall.posted] == [
        TUESDAY,
        WEDNESDAY,
        WEDNESDAY + timedelta(days=1),
    ]


def test_a_clock_that_jumps_back_and_forth_doubles_nothing(
    digests: Digests, wall: Wall, now: Clock
) -> None:
    for hours in (0, 24, -5, 24, 3, 26, 0, 48):
        now.moment = AT_NINE + timedelta(hours=hours)
        digests.round()

    assert [day for _, day, _ in wall.posted] == sorted({day for _, day, _ in wall.posted})


def test_slack_is_waited_for_as_long_as_it_asks(digests: Digests, wall: Wall, now: Clock) -> None:
    now.moment = AT_NINE
    wall.failures = [NotPosted("ratelimited", 120)]

    assert digests.round() == 0
    now.later(seconds=119)
    assert digests.round() == 0
    now.later(seconds=1)
    assert digests.round() == 1


def test_a_refusal_is_asked_about_again_after_an_hour(
    digests: Digests, wall: Wall, now: Clock, ledger: StoredLedger
) -> None:
    now.moment = AT_NINE
    wall.failures = [NotPosted("not_in_channel", is_refused=True)]

    digests.round()
    assert ledger.trouble("C1") == "not_in_channel"
    now.later(minutes=59)
    assert digests.round() == 0
    now.later(minutes=1)
    assert digests.round() == 1


def test_one_channels_fault_keeps_no_other_waiting(
    digests: Digests, subscriptions: StoredSubscriptions, wall: Wall, now: Clock
) -> None:
    subscriptions.turn_on(Subscription("broken", now.moment, "U1"))
    now.moment = AT_NINE

    assert digests.round() == 1
    assert [channel for channel, _, _ in wall.posted] == ["C1"]


def test_a_channel_that_wants_to_hear_nothing_is_done_without_a_message(
    digests: Digests, subscriptions: StoredSubscriptions, ledger: StoredLedger, now: Clock
) -> None:
    subscriptions.turn_on(Subscription("silent", now.moment, "U1"))
    now.moment = AT_NINE
    digests.round()

    assert not ledger.is_owed("silent", TUESDAY)


def test_a_digest_whose_picture_is_refused_counts_all_the_same(
    digests: Digests, wall: Wall, now: Clock, ledger: StoredLedger
) -> None:
    now.moment = AT_NINE
    wall.picture_failures = [NotPosted("missing_scope", is_refused=True)]

    assert digests.round() == 1
    assert not ledger.is_owed("C1", TUESDAY)


def test_a_picture_that_failed_on_the_way_comes_later_without_the_message_again(
    digests: Digests, wall: Wall, now: Clock
) -> None:
    now.moment = AT_NINE
    wall.picture_failures = [NotPosted("timeout")]
    digests.round()
    now.later(minutes=1)

    assert digests.round() == 1
    assert len(wall.posted) == 1
    assert wall.pictures == [b"picture"]


def test_a_digest_whose_picture_cannot_be_drawn_counts_all_the_same(
    digests: Digests, subscriptions: StoredSubscriptions, ledger: StoredLedger, now: Clock
) -> None:
    subscriptions.turn_on(Subscription("undrawable", now.moment, "U1"))
    now.moment = AT_NINE
    digests.round()

    assert not ledger.is_owed("undrawable", TUESDAY)
