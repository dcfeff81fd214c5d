"""When it is time again to take away what nobody needs any more."""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Lock

_EVERY = timedelta(minutes=10)


class Tidying:
    """Due once every ten minutes, for one of the threads that ask."""

    def __init__(self) -> None:
        self._next: datetime | None = None
        self._lock = Lock()

    def is_due(self, now: datetime) -> bool:
        """Whether whoever asks is to tidy up now."""
        with self._lock:
            if self._next and now < self._next:
                return False
            self._next = now + _EVERY
            return True
