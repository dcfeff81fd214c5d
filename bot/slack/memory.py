"""What a process remembers for a while: keys it has handled, threads it talks in."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Memory(Generic[T]):
    """A dictionary that forgets: what is older than ``keep_seconds``, and the oldest of too many.

    Safe to use from many threads.
    """

    def __init__(
        self, keep_seconds: float, most: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._keep_seconds = keep_seconds
        self._most = most
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, T]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> T | None:
        """What is remembered under the key."""
        with self._lock:
            self._forget()
            kept = self._kept.get(key)
        return kept[1] if kept else None

    def put(self, key: str, value: T) -> None:
        """Remembers the value, from now on as the newest."""
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = (self._clock(), value)
            self._forget()

    def put_all_new(self, keys: tuple[str, ...], value: T) -> bool:
        """Remembers the value under each key not yet known; whether none of them was."""
        with self._lock:
            self._forget()
            now = self._clock()
            is_new = not any(key in self._kept for key in keys)
            for key in keys:
                self._kept.setdefault(key, (now, value))
            return is_new

    def _forget(self) -> None:
        now = self._clock()
        while self._kept:
            at, _ = next(iter(self._kept.values()))
            if len(self._kept) <= self._most and now - at <= self._keep_seconds:
                return
            self._kept.popitem(last=False)
