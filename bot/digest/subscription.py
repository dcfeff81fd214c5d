"""What a channel wants to be told every day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Subscription:
    """A channel's digest: at which hour of the local day, and how many days it looks ahead.

    ``documents`` and ``owners`` narrow it to schemes and to people; empty means all. ``since`` is
    the moment from which on digests are owed, in UTC. ``author`` set it last.
    """

    channel: str
    since: datetime
    author: str
    at: time = time(9)
    days_ahead: int = 30
    every_day: bool = False
    documents: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    says_when_nothing_is_due: bool = True


@dataclass(frozen=True, slots=True)
class SubscriptionChange:
    """One line of a channel's history; ``subscription`` is None where it was turned off."""

    channel: str
    subscription: Subscription | None
    author: str
    at: datetime


class Subscriptions(Protocol):
    """The channels' subscriptions; each change is kept with its author."""

    def all(self) -> Sequence[Subscription]:
        """The subscriptions in force, by channel."""
        ...

    def of(self, channel: str) -> Subscription | None:
        """The channel's subscription, if it has one."""
        ...

    def turn_on(self, subscription: Subscription) -> None:
        """Replaces what the channel had before."""
        ...

    def turn_off(self, channel: str, author: str) -> None:
        """No digest from now on."""
        ...

    def history(self, channel: str) -> Sequence[SubscriptionChange]:
        """Every change, oldest first."""
        ...
