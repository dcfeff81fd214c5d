"""What a digest says: what is overdue, and what falls due in the days ahead."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path

from bot.digest.subscription import Subscription
from bot.register.record import CertificateRecord
from calculators.obligations import Survey
from calculators.obligations.obligation import Obligation, State

_TOPICS = Path(__file__).with_name("topics.toml")

Surveyed = tuple[CertificateRecord, Survey]
"""A certificate and what it is and owes on a day."""

IsPutOff = Callable[[CertificateRecord, Obligation, date], bool]
"""Whether somebody has asked not to be reminded of an obligation before a later day."""


@dataclass(frozen=True, slots=True)
class Item:
    """What one certificate owes by one day; often several rules name the same day."""

    record: CertificateRecord
    due: date
    obligations: tuple[Obligation, ...]

    def days_left(self, day: date) -> int:
        """Days to the last day, negative when it has passed."""
        return (self.due - day).days


@dataclass(frozen=True, slots=True)
class DigestContent:
    """The digest of a day. ``overdue`` and ``upcoming`` are by last day, the earliest first.

    ``sent_late_on`` is the day on which it is sent, where its hour has passed. ``unrecorded``
    counts what was due before the certificate was entered into the register and is not listed.
    """

    day: date
    days_ahead: int
    overdue: tuple[Item, ...]
    upcoming: tuple[Item, ...]
    sent_late_on: date | None = None
    unrecorded: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is due."""
        return not self.overdue and not self.upcoming


def content_of(
    register: Iterable[Surveyed],
    subscription: Subscription,
    day: date,
    is_put_off: IsPutOff,
    sent_late_on: date | None = None,
) -> DigestContent:
    """What the channel wants to know on the day; the surveys must be those of that day."""
    owed = list(_due(register, subscription, day, is_put_off))
    found = sorted((each for each in owed if not _is_unrecorded(*each)), key=_order)
    items = [
        Item(group[0][0], due, tuple(obligation for _, obligation in group))
        for (due, _, _), members in groupby(found, key=_order)
        if (group := list(members))
    ]
    return DigestContent(
        day,
        subscription.days_ahead,
        tuple(item for item in items if item.due < day),
        tuple(item for item in items if item.due >= day),
        sent_late_on,
        unrecorded=len(owed) - len(found),
    )


_Found = tuple[CertificateRecord, Obligation]


def _due(
    register: Iterable[Surveyed], subscription: Subscription, day: date, is_put_off: IsPutOff
) -> Iterator[_Found]:
    last = day + timedelta(days=subscription.days_ahead)
    for record, survey in register:
        if not _is_wanted(record, subscription):
            continue
        for each in survey.obligations:
            is_open = each.state is not State.MET and each.due is not None and each.due <= last
            if is_open and not is_put_off(record, each, day):
                yield record, each


def _is_unrecorded(record: CertificateRecord, obligation: Obligation) -> bool:
    """Whether it was due before anybody could record it; not what the certificate hangs on."""
    if obligation.due is None or obligation.topic in _topics_of_the_certificate():
        return False
    return obligation.due < min(each.recorded_at for each in record.events).date()


@cache
def _topics_of_the_certificate() -> frozenset[str]:
    return frozenset(tomllib.loads(_TOPICS.read_text("utf-8"))["certificate"])


def _is_wanted(record: CertificateRecord, subscription: Subscription) -> bool:
    particulars = record.particulars
    return (not subscription.documents or particulars.document in subscription.documents) and (
        not subscription.owners or particulars.owner in subscription.owners
    )


def _order(found: _Found) -> tuple[date, str, int]:
    record, obligation = found
    return (obligation.due or date.max, record.organization.name, record.id)
