"""The ledger of the digests: one row for a channel and day, held by one process at a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.digest.ledger import LONGEST_WAIT, ClaimLost, Owed
from bot.store.database import Database
from bot.store.digest_ledger import HELD_FOR, StoredLedger
from tests.fakes.clock import Clock

DAY = date(2026, 11, 24)
OWED = Owed("C1", DAY)
PAGES = ({"text": "一", "blocks": []}, {"text": "二", "blocks": []})


@pytest.fixture
def ledger(database: Database, now: Clock) -> StoredLedger:
    return StoredLedger(database, now)


def test_a_day_is_owed_once_however_often_it_is_noted(ledger: StoredLedger) -> None:
    ledger.owe("C1", DAY)
    ledger.owe("C1", DAY)

    assert ledger.ready() == [OWED]
    assert ledger.last_day("C1") == DAY
    assert ledger.last_day("C2") is None


def test_only_the_first_unsent_day_of_a_channel_is_ready(ledger: StoredLedger) -> None:
    later = Owed("C1", DAY + timedelta(days=1))
    for owed in (later, OWED, Owed("C2", DAY)):
        ledger.owe(owed.channel, owed.day)
    assert ledger.ready() == [OWED, Owed("C2", DAY)]

    claim = ledger.claim(OWED, "me")
    assert claim
    ledger.finish(claim)

    assert ledger.ready() == [Owed("C2", DAY), later]


def test_a_digest_is_held_by_one_process(ledger: StoredLedger) -> None:
    ledger.owe("C1", DAY)

    assert ledger.claim(OWED, "me")
    assert ledger.claim(OWED, "another") is None
    assert ledger.ready() == []


def test_what_a_dead_process_held_is_free_after_a_while(ledger: StoredLedger, now: Clock) -> None:
    ledger.owe("C1", DAY)
    dead = ledger.claim(OWED, "dead")
    assert dead
    ledger.set_out(dead, PAGES)
    ledger.arrived(dead, ["1.0"])

    now.later(seconds=HELD_FOR.total_seconds())
    heir = ledger.claim(OWED, "heir")

    assert heir
    assert heir.pages == PAGES
    assert heir.posted == ("1.0",)
    assert heir.first_tried_at == now.moment - HELD_FOR
    with pytest.raises(ClaimLost):
        ledger.hold(dead)
    with pytest.raises(ClaimLost):
        ledger.finish(dead)


def test_holding_on_keeps_others_away(ledger: StoredLedger, now: Clock) -> None:
    ledger.owe("C1", DAY)
    claim = ledger.claim(OWED, "me")
    assert claim

    now.later(seconds=HELD_FOR.total_seconds() - 1)
    ledger.hold(claim)
    now.later(seconds=HELD_FOR.total_seconds() - 1)

    assert ledger.claim(OWED, "another") is None


def test_what_was_put_off_is_tried_again_at_its_time_and_says_why(
    ledger: StoredLedger, now: Clock
) -> None:
    ledger.owe("C1", DAY)
    claim = ledger.claim(OWED, "me")
    assert claim
    ledger.put_off(claim, now.moment + timedelta(seconds=30), "ratelimited")

    assert ledger.trouble("C1") == "ratelimited"
    assert ledger.ready() == []
    now.later(seconds=30)
    assert ledger.ready() == [OWED]


def test_a_clock_that_is_set_back_blocks_nothing(ledger: StoredLedger, now: Clock) -> None:
    ledger.owe("C1", DAY)
    now.later(days=400)
    claim = ledger.claim(OWED, "me")
    assert claim
    ledger.put_off(claim, now.moment + LONGEST_WAIT, "fatal_error")

    now.later(days=-400)

    assert ledger.ready() == [OWED]


def test_a_little_difference_between_clocks_frees_nothing(ledger: StoredLedger, now: Clock) -> None:
    ledger.owe("C1", DAY)
    now.later(seconds=20)
    assert ledger.claim(OWED, "with a fast clock")

    now.later(seconds=-20)

    assert ledger.claim(OWED, "with a slow clock") is None


def test_what_a_channel_no_longer_wants_is_dropped(ledger: StoredLedger) -> None:
    ledger.owe("C1", DAY)
    claim = ledger.claim(OWED, "me")
    assert claim

    ledger.drop("C1")

    assert ledger.ready() == []
    assert not ledger.is_owed("C1", DAY)
    assert ledger.last_day("C1") == DAY
    with pytest.raises(ClaimLost):
        ledger.hold(claim)
