"""Which channels get a digest; every change stays on record with its author."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.digest.subscription import Subscription
from bot.store.database import Database
from bot.store.snoozes import StoredSnoozes
from bot.store.subscriptions import StoredSubscriptions
from tests.fakes.clock import Clock

SINCE = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
WISH = Subscription(
    "C1",
    SINCE,
    "U1",
    time(8, 30),
    45,
    True,
    ("TB-GZ-036",),
    ("U9",),
    says_when_nothing_is_due=False,
)


@pytest.fixture
def subscriptions(database: Database, now: Clock) -> StoredSubscriptions:
    return StoredSubscriptions(database, now)


def test_a_subscription_comes_back_as_it_was_made(subscriptions: StoredSubscriptions) -> None:
    subscriptions.turn_on(WISH)

    assert subscriptions.of("C1") == WISH
    assert subscriptions.all() == (WISH,)
    assert subscriptions.of("C2") is None


def test_the_last_wish_counts(subscriptions: StoredSubscriptions) -> None:
    other = Subscription("C1", SINCE, "U2")
    subscriptions.turn_on(WISH)
    subscriptions.turn_on(other)

    assert subscriptions.all() == (other,)


def test_turning_off_ends_it_and_the_history_names_everybody(
    subscriptions: StoredSubscriptions, now: Clock
) -> None:
    subscriptions.turn_on(WISH)
    now.later(hours=1)
    subscriptions.turn_off("C1", "U2")

    assert subscriptions.of("C1") is None
    assert subscriptions.all() == ()
    changes = subscriptions.history("C1")
    assert [(each.author, each.subscription) for each in changes] == [("U1", WISH), ("U2", None)]
    assert changes[1].at == now.moment


def test_the_last_word_on_a_reminder_counts(database: Database, now: Clock) -> None:
    snoozes = StoredSnoozes(database, now)
    snoozes.put_off(1, "first_surveillance:1", date(2026, 12, 1), "U1")
    snoozes.put_off(1, "first_surveillance:1", date(2026, 12, 5), "U2")
    snoozes.put_off(2, "first_surveillance:1", date(2027, 1, 1), "U1")

    assert snoozes.all() == {
        (1, "first_surveillance:1"): date(2026, 12, 5),
        (2, "first_surveillance:1"): date(2027, 1, 1),
    }
