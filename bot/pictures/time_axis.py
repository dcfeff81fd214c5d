"""From days to places along a line, and the days at which it is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.pictures import phrases

_MONTHS_IN_YEAR = 12
# Every so many months a mark, where there are at most so many of them.
_STEPS = (1, 3, 6, 12, 24, 60, 120, 600)
_MOST_MARKS = 13


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days from ``first`` to ``last`` between two places."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """The place of a day; days outside are at the nearest end."""
        whole = max((self.last - self.first).days, 1)
        passed = min(max((day - self.first).days, 0), whole)
        return self.left + (self.right - self.left) * passed / whole

    def marks(self) -> Iterator[tuple[date, str]]:
        """The first days of months at even distances, each with what is written there."""
        first, last = _month(self.first), _month(self.last)
        step = next((each for each in _STEPS if (last - first) // each < _MOST_MARKS), _STEPS[-1])
        for month in range(first + (-first) % step, last + 1, step):
            year, place = divmod(month, _MONTHS_IN_YEAR)
            day = date(year, place + 1, 1)
            if self.first <= day <= self.last:
                yield day, phrases.MONTHS[place] if place else str(year)


def _month(day: date) -> int:
    return day.year * _MONTHS_IN_YEAR + day.month - 1
