"""Date arithmetic of the rules: an offset from a day, forwards and backwards.

Months and years end on the corresponding day of the last month, or on that month's last day where
there is none (《民法典》第二百零二条); the day of the event itself is not counted (第二百零一条).
"""

from __future__ import annotations

import calendar as weekdays
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Protocol

from dateutil.relativedelta import relativedelta
from pydantic import BaseModel, ConfigDict, Field

from knowledge.errors import OutOfRange


class Unit(StrEnum):
    """What an offset counts."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"
    CALENDAR_YEARS = "calendar_years"  # to the last day of the n-th year after
    DAY_OF_NEXT_MONTH = "day_of_next_month"


class Side(StrEnum):
    """On which side of the event the offset lies."""

    AFTER = "after"
    BEFORE = "before"


class WorkingDays(Protocol):
    """Counts working days; :class:`calculators.working_days.WorkingCalendar` is the real one."""

    def shift(self, day: date, count: int) -> date:
        """The count-th working day after the day, or before it where the count is negative."""


class Offset(BaseModel):
    """A distance from an event, as a rule states it.

    ``ends_day_before`` is for a validity that ends on the day before the corresponding day.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: int = Field(ge=0, strict=True)
    unit: Unit
    side: Side = Side.AFTER
    ends_day_before: bool = False

    def from_day(self, day: date, calendar: WorkingDays) -> date:
        """The day at this distance from ``day``; OutOfRange where the calendar has no such day."""
        try:
            reached = self._reach(day, calendar)
            return reached - timedelta(days=1) if self.ends_day_before else reached
        except (ValueError, OverflowError) as error:
            raise OutOfRange("event_date", day, f"从 {day} 起算的日期超出历法范围。") from error

    def _reach(self, day: date, calendar: WorkingDays) -> date:
        signed = self.value if self.side is Side.AFTER else -self.value
        match self.unit:
            case Unit.HOURS:
                return day + _whole_days(signed)
            case Unit.DAYS:
                return day + timedelta(days=signed)
            case Unit.WORKING_DAYS:
                return calendar.shift(day, signed)
            case Unit.MONTHS | Unit.YEARS:
                return self._corresponding(day)
            case Unit.CALENDAR_YEARS:
                return date(day.year + signed + 1, 1, 1) - timedelta(days=1)
            case Unit.DAY_OF_NEXT_MONTH:
                return day + relativedelta(months=1, day=self.value)

    def _corresponding(self, day: date) -> date:
        signed = self.value if self.side is Side.AFTER else -self.value
        return _later(day, signed, self.unit)

    def lacks_corresponding_day(self, day: date) -> bool:
        """Whether the last month has no such day, so that its last day was taken."""
        counted = self.unit in (Unit.MONTHS, Unit.YEARS)
        return counted and self._corresponding(day).day != day.day

    def __str__(self) -> str:
        return _WORDS[self.unit].format(self.value)


# The limits of one certificate are counted from the same few days again and again.
@cache
def _later(day: date, count: int, unit: Unit) -> date:
    months = unit is Unit.MONTHS
    return day + (relativedelta(months=count) if months else relativedelta(years=count))


_WORDS = {
    Unit.HOURS: "{} 小时",
    Unit.DAYS: "{} 日",
    Unit.WORKING_DAYS: "{} 个工作日",
    Unit.MONTHS: "{} 个月",
    Unit.YEARS: "{} 年",
    Unit.CALENDAR_YEARS: "第 {} 个日历年末",
    Unit.DAY_OF_NEXT_MONTH: "次月 {} 日",
}


def _whole_days(hours: int) -> timedelta:
    """Hours as days, a part of a day counting whole, because an event is known by its day only."""
    days = -(-abs(timedelta(hours=hours)) // timedelta(days=1))
    return timedelta(days=days if hours > 0 else -days)


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() >= weekdays.SATURDAY


def latest_start(target: date, offset: Offset, calendar: WorkingDays) -> date:
    """The last day from which the offset reaches no further than ``target``."""
    return _last(target, lambda day: offset.from_day(day, calendar) <= target)


def earliest_start(target: date, offset: Offset, calendar: WorkingDays) -> date:
    """The first day from which the offset reaches ``target`` or a later day."""
    return _last(target, lambda day: offset.from_day(day, calendar) < target) + timedelta(days=1)


def _last(near: date, holds: Callable[[date], bool]) -> date:
    """The last day for which ``holds``, true up to some day and false after it."""
    stride = timedelta(days=1)
    low = high = near
    while not holds(low):
        low, stride = low - stride, stride * 2
    stride = timedelta(days=1)
    while holds(high):
        high, stride = high + stride, stride * 2
    while (high - low).days > 1:
        middle = low + (high - low) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low
