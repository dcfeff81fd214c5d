from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from bot.slack.recent_keys import RecentKeys


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_key_is_new_once() -> None:
    keys = RecentKeys()
    assert [keys.first_time("a"), keys.first_time("a"), keys.first_time("b")] == [
        True,
        False,
        True,
    ]


def test_any_known_key_makes_the_whole_known() -> None:
    keys = RecentKeys()
    keys.first_time("a")
    assert not keys.first_time("a", "b")
    assert not keys.first_time("b")


def test_key_is_forgotten_after_its_time() -> None:
    clock = Clock()
    keys = RecentKeys(keep_seconds=10, clock=clock)
    keys.first_time("a")
    clock.now = 10
    assert not keys.first_time("a")
    clock.now = 10.1
    assert keys.first_time("a")


def test_oldest_key_goes_when_there_are_too_many() -> None:
    keys = RecentKeys(most=2)
    for key in ("a", "b", "c", "d"):
        keys.first_time(key)
    assert not keys.first_time("d")
    assert keys.first_time("a")


def test_key_is_new_to_one_of_many_threads() -> None:
    keys = RecentKeys()
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: keys.first_time("a"), range(200)))
    assert sum(results) == 1
