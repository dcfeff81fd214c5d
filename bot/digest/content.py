"""What a digest says: what is overdue, and what falls due in the days ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from bot.digest.subscription import Subscription
from bot.register.record import CertificateRecord
from calculators.obligations import Survey
from calculators.obligations.obligation import Obligation, State

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

    ``sent_late_on`` is the day on which it is sent, where its hour has passed.
    """

    day: date
    days_ahead: int
    overdue: tuple[Item, ...]
    upcoming: tuple[Item, ...]
    sent_late_on: date | None = None

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
    found = sorted(_due(register, subscription, day, is_put_off), key=_order)
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


def _is_wanted(record: CertificateRecord, subscription: Subscription) -> bool:
    particulars = record.particulars
    return (not subscription.documents or particulars.document in subscription.documents) and (
        not subscription.owners or particulars.owner in subscription.owners
    )


def _order(found: _Found) -> tuple[date, str, int]:
    record, obligation = found
    return (obligation.due or date.max, record.organization.name, record.id)
