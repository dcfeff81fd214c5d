"""Which channels get a digest, known to every process; every change stays on record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time
from typing import Any

from sqlalchemy import func, insert, select

from bot.digest.subscription import Subscription, SubscriptionChange
from bot.store.database import Database
from bot.store.digest_tables import DigestSubscriptionRow
from bot.store.tables import table_of

_CHANGES = table_of(DigestSubscriptionRow)
_LAST = select(func.max(_CHANGES.c.id)).group_by(_CHANGES.c.channel)
_IN_FORCE = select(_CHANGES).where(_CHANGES.c.id.in_(_LAST)).order_by(_CHANGES.c.channel)


class StoredSubscriptions:
    """See :class:`bot.digest.subscription.Subscriptions`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def all(self) -> Sequence[Subscription]:
        """The subscriptions in force, by channel."""
        with self._database.reading() as connection:
            rows = connection.execute(_IN_FORCE).mappings().all()
        changes = [_change(row) for row in rows]
        return tuple(each.subscription for each in changes if each.subscription)

    def of(self, channel: str) -> Subscription | None:
        """The channel's subscription, if it has one."""
        changes = self.history(channel)
        return changes[-1].subscription if changes else None

    def turn_on(self, subscription: Subscription) -> None:
        """Replaces what the channel had before."""
        self._put(subscription.channel, _wishes(subscription), subscription.author)

    def turn_off(self, channel: str, author: str) -> None:
        """No digest from now on."""
        self._put(channel, None, author)

    def history(self, channel: str) -> Sequence[SubscriptionChange]:
        """Every change, oldest first."""
        of_channel = select(_CHANGES).where(_CHANGES.c.channel == channel).order_by(_CHANGES.c.id)
        with self._database.reading() as connection:
            return [_change(row) for row in connection.execute(of_channel).mappings()]

    def _put(self, channel: str, wishes: Mapping[str, Any] | None, author: str) -> None:
        row = {"channel": channel, "wishes": wishes, "author": author, "changed_at": self._now()}
        with self._database.writing() as connection:
            connection.execute(insert(_CHANGES), row)


def _wishes(subscription: Subscription) -> dict[str, Any]:
    return {
        "since": subscription.since.isoformat(),
        "at": subscription.at.isoformat("minutes"),
        "days_ahead": subscription.days_ahead,
        "every_day": subscription.every_day,
        "documents": list(subscription.documents),
        "owners": list(subscription.owners),
        "says_when_nothing_is_due": subscription.says_when_nothing_is_due,
    }


def _change(row: Mapping[Any, Any]) -> SubscriptionChange:
    wishes = row["wishes"]
    return SubscriptionChange(
        row["channel"],
        _subscription(row, wishes) if wishes else None,
        row["author"],
        row["changed_at"],
    )


def _subscription(row: Mapping[Any, Any], wishes: Mapping[str, Any]) -> Subscription:
    return Subscription(
        channel=row["channel"],
        since=datetime.fromisoformat(wishes["since"]),
        author=row["author"],
        at=time.fromisoformat(wishes["at"]),
        days_ahead=wishes["days_ahead"],
        every_day=wishes["every_day"],
        documents=tuple(wishes["documents"]),
        owners=tuple(wishes["owners"]),
        says_when_nothing_is_due=wishes["says_when_nothing_is_due"],
    )
