"""Working days (工作日) of the Chinese calendar, make-up workdays included.

A year is known from a data file, else from the library chinesecalendar; any other year is
provisional: Monday to Friday less the statutory holidays that can be computed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Self

import chinese_calendar

from calculators.calendar_data import (
    BUNDLED,
    PublishedYear,
    StatutoryHolidays,
    read_published,
    read_statutory,
)
from calculators.periods import is_weekend

_LIBRARY_YEARS = range(min(chinese_calendar.holidays).year, max(chinese_calendar.holidays).year + 1)
_WEEKEND = "周末"


class WorkingCalendar:
    """Which days are worked. Build it with :meth:`load`."""

    def __init__(self, statutory: StatutoryHolidays, published: Iterable[PublishedYear]) -> None:
        years = tuple(published)
        self._statutory = statutory
        self._published = frozenset(each.year for each in years)
        self._days_off = {
            day: part.name for each in years for part in each.day_off for day in part.days()
        }
        self._workdays = frozenset(day for each in years for day in each.workdays)
        self._holidays_by_law = cache(statutory.in_year)

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """The bundled calendar, and the years that staff added in ``folder``."""
        added = read_published(folder) if folder else ()
        return cls(read_statutory(), (*read_published(BUNDLED), *added))

    def is_published(self, year: int) -> bool:
        """Whether the year's arrangement is known rather than computed."""
        return year in self._published or year in _LIBRARY_YEARS

    def unpublished_years(self, first: date, last: date) -> tuple[int, ...]:
        """The years from one day to another, in either order, that are only provisional."""
        low, high = sorted((first.year, last.year))
        return tuple(year for year in range(low, high + 1) if not self.is_published(year))

    def day_off(self, day: date) -> str | None:
        """Why the day is not worked: the holiday's name or 周末; None for a working day."""
        if day in self._workdays:
            return None
        if day in self._days_off:
            return self._days_off[day]
        if day.year in _LIBRARY_YEARS and day.year not in self._published:
            return _day_off_in_library(day)
        if day.year not in self._published and day in self._holidays_by_law(day.year):
            return self._holidays_by_law(day.year)[day]
        return _WEEKEND if is_weekend(day) else None

    def is_working_day(self, day: date) -> bool:
        """Whether the day is worked."""
        return self.day_off(day) is None

    def shift(self, day: date, count: int) -> date:
        """The count-th working day after the day, or before it where the count is negative."""
        step = timedelta(days=1 if count > 0 else -1)
        left = abs(count)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def last_working_day_before(self, day: date) -> date:
        """The nearest working day before the day."""
        return self.shift(day, -1)


# The library searches all its years for each day.
@cache
def _day_off_in_library(day: date) -> str | None:
    off, name = chinese_calendar.get_holiday_detail(day)
    if not off:
        return None
    return str(chinese_calendar.Holiday(name).chinese) if name else _WEEKEND
