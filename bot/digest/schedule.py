"""On which days a channel is owed a digest: pure arithmetic over a local clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.digest.subscription import Subscription

_DAY = timedelta(days=1)
# A digest that comes this much after its hour says so.
_LATE_AFTER = timedelta(minutes=15)


def due_at(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment in UTC of an hour of a local day.

    An hour that the clocks skip comes when they have gone on; one that comes twice, the first time.
    """
    return datetime.combine(day, at, zone).replace(fold=0).astimezone(UTC)


def days_owed(
    subscription: Subscription,
    last_day: date | None,
    now: datetime,
    zone: ZoneInfo,
    is_working_day: Callable[[date], bool],
) -> Iterator[date]:
    """The days after ``last_day`` whose hour has come, oldest first.

    Nothing is owed for an hour before the subscription was made.
    """
    day = subscription.since.astimezone(zone).date()
    if last_day is not None:
        day = max(day, last_day + _DAY)
    today = now.astimezone(zone).date()
    while day <= today:
        due = due_at(day, subscription.at, zone)
        wanted = subscription.every_day or is_working_day(day)
        if wanted and subscription.since <= due <= now:
            yield day
        day += _DAY


def is_late(day: date, at: time, now: datetime, zone: ZoneInfo) -> bool:
    """Whether a digest that is sent now comes after its hour."""
    return now - due_at(day, at, zone) > _LATE_AFTER
