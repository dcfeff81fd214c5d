"""A clock that says the moment which the test sets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def later(self, **how_long: float) -> None:
        self.moment += timedelta(**how_long)
