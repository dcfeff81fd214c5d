"""Remembers which events were handled, so that one delivered twice is answered once."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Protocol


class SeenKeys(Protocol):
    """What the app needs to handle an event once, however often it is delivered."""

    def first_time(self, *keys: str) -> bool:
        """Whether none of the keys was seen before; from now on all of them are."""
        ...


class RecentKeys:
    """The keys of one process, in memory: as long as Slack retries, and no more than a bound.

    ``keep_seconds`` covers Slack's last retry, about an hour after the event.
    """

    def __init__(
        self,
        keep_seconds: float = 2 * 3600,
        most: int = 50_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._keep_seconds = keep_seconds
        self._most = most
        self._clock = clock
        self._seen: OrderedDict[str, float] = OrderedDict()
        self._lock = Lock()

    def first_time(self, *keys: str) -> bool:
        """See :class:`SeenKeys`; safe to call from many threads."""
        with self._lock:
            now = self._clock()
            self._forget(now)
            is_new = not any(key in self._seen for key in keys)
            for key in keys:
                self._seen.setdefault(key, now)
            return is_new

    def _forget(self, now: float) -> None:
        while self._seen:
            oldest = next(iter(self._seen))
            if len(self._seen) <= self._most and now - self._seen[oldest] <= self._keep_seconds:
                return
            del self._seen[oldest]
