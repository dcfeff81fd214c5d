"""Remembers which events were handled, so that one delivered twice is answered once."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from bot.slack.memory import Memory


class SeenKeys(Protocol):
    """What the app needs to handle an event once, however often it is delivered."""

    def first_time(self, *keys: str) -> bool:
        """Whether none of the keys was seen before; from now on all of them are."""
        ...


class RecentKeys:
    """The keys of one process, in memory.

    ``keep_seconds`` covers Slack's last retry, about an hour after the event.
    """

    def __init__(
        self,
        keep_seconds: float = 2 * 3600,
        most: int = 50_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._kept: Memory[None] = Memory(keep_seconds, most, clock)

    def first_time(self, *keys: str) -> bool:
        """See :class:`SeenKeys`."""
        return self._kept.put_all_new(keys, None)
