"""Keeps the app answering while the database does not."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

_log = logging.getLogger(__name__)
T = TypeVar("T")

_REST_SECONDS = 5.0
_DOES_NOT_ANSWER = (OperationalError, InterfaceError, NoConnectionFree)


class Availability:
    """Tries the database, and leaves it alone for a while after it did not answer.

    Without that rest, each question would wait several times for a server that is away.
    """

    def __init__(
        self, rest_seconds: float = _REST_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rest_seconds = rest_seconds
        self._clock = clock
        self._rests_until = clock()

    def attempt(self, work: Callable[[], T], otherwise: Callable[[], T]) -> T:
        """What the work returns; where it fails, that is logged and ``otherwise`` counts."""
        if self._clock() < self._rests_until:
            return otherwise()
        try:
            return work()
        except _DOES_NOT_ANSWER:
            self._rests_until = self._clock() + self._rest_seconds
            _log.exception("The database does not answer; going on without it for a while")
        except Exception:
            # Whatever it is, a person waits for an answer that needs no database.
            _log.exception("The database did not take this; going on without it")
        return otherwise()
