"""Reminders that somebody has put off (改期提醒): the obligation stays, only the digest waits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol


class Snoozes(Protocol):
    """Until when the digest says nothing of an obligation, by certificate and key."""

    def put_off(self, certificate: int, key: str, until: date, author: str) -> None:
        """The digest speaks of it again on ``until``."""
        ...

    def all(self) -> Mapping[tuple[int, str], date]:
        """The last word on each obligation."""
        ...
