from __future__ import annotations

import logging

import pytest
from sqlalchemy.exc import OperationalError

from bot.store.availability import Availability


class Seconds:
    """A clock of seconds that the test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Work:
    """Fails with the error while there is one, and counts how often it was tried."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error
        self.tried = 0

    def __call__(self) -> str:
        self.tried += 1
        if self.error:
            raise self.error
        return "kept"


AWAY = OperationalError("SELECT", {}, Exception("connection refused"))


def without() -> str:
    return "without"


def test_work_that_is_done_counts() -> None:
    assert Availability().attempt(Work(None), without) == "kept"


@pytest.mark.parametrize("error", [AWAY, ValueError("no such value")])
def test_work_that_fails_is_logged_and_gone_without(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    assert Availability().attempt(Work(error), without) == "without"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_database_that_does_not_answer_is_left_alone_for_a_while() -> None:
    seconds, work = Seconds(), Work(AWAY)
    availability = Availability(5, seconds)
    for _ in range(3):
        assert availability.attempt(work, without) == "without"
    assert work.tried == 1
    seconds.now += 5
    work.error = None
    assert availability.attempt(work, without) == "kept"


def test_value_that_is_refused_gives_the_database_no_rest() -> None:
    availability, work = Availability(5, Seconds()), Work(ValueError())
    for _ in range(2):
        availability.attempt(work, without)
    assert work.tried == 2
