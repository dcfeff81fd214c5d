from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from bot.store.database import Database
from bot.store.seen_keys import StoredKeys
from tests.fakes.clock import Clock


def test_key_is_new_once(database: Database, now: Clock) -> None:
    keys = StoredKeys(database, now)
    assert [keys.first_time("event:1"), keys.first_time("event:1")] == [True, False]
    assert keys.first_time("event:2")


def test_one_known_key_among_several_makes_all_of_them_known(
    database: Database, now: Clock
) -> None:
    keys = StoredKeys(database, now)
    keys.first_time("b")
    assert not keys.first_time("a", "b", "c")
    assert [keys.first_time(key) for key in "ac"] == [False, False]


def test_key_that_another_process_took_is_taken(
    database: Database, connect: Callable[[], Database], now: Clock
) -> None:
    assert StoredKeys(database, now).first_time("event:1")
    assert not StoredKeys(connect(), now).first_time("event:1")


def test_each_key_goes_to_one_of_many_who_want_it(
    database: Database, connect: Callable[[], Database], now: Clock
) -> None:
    processes = [StoredKeys(database, now), StoredKeys(connect(), now)]
    wanted = [(process, f"event:{number}") for number in range(20) for process in processes * 3]
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda each: each[0].first_time(each[1]), wanted))
    assert sum(taken) == 20


def test_key_is_forgotten_once_slack_repeats_it_no_more(database: Database, now: Clock) -> None:
    keys = StoredKeys(database, now)
    keys.first_time("event:1")
    now.later(hours=1, minutes=59)
    assert not keys.first_time("event:1")
    now.later(minutes=12)
    assert keys.first_time("event:1")
