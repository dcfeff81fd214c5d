"""Puts a channel's digest together: what is due, as pages for Slack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot.digest.content import DigestContent, content_of
from bot.digest.ledger import Page
from bot.digest.schedule import is_late
from bot.digest.sending import Composed
from bot.digest.subscription import Subscription
from bot.pictures.calendar import days_ahead_of
from bot.register.record import CertificateRecord
from bot.slack.blocks.digest import digest_messages
from bot.slack.desk import Desk
from calculators.obligations.obligation import Obligation
from knowledge.library import Library

_PICTURE_DAYS = 90


@dataclass(frozen=True, slots=True)
class DigestComposing:
    """Composes digests from the register as it is known at the moment of sending."""

    desk: Desk
    library: Library

    def __call__(self, channel: str, day: date) -> Composed | None:
        """The digest of a channel for a day; None where the channel wants to hear nothing."""
        subscription = self.desk.subscriptions.of(channel)
        if subscription is None:
            return None
        now = self.desk.now()
        late = is_late(day, subscription.at, now, self.desk.zone)
        sent_late_on = now.astimezone(self.desk.zone).date() if late else None
        content = self.content(subscription, day, sent_late_on)
        if content.is_empty and not subscription.says_when_nothing_is_due:
            return None
        return self.composed(content, subscription)

    def content(
        self, subscription: Subscription, day: date, sent_late_on: date | None = None
    ) -> DigestContent:
        """What is due on the day for the channel; ``sent_late_on`` where the hour has passed."""
        put_off = self.desk.snoozes.all()

        def is_put_off(record: CertificateRecord, obligation: Obligation, on: date) -> bool:
            return _is_put_off(put_off, record, obligation, on)

        return content_of(self.desk.survey.all(day), subscription, day, is_put_off, sent_late_on)

    def composed(self, content: DigestContent, subscription: Subscription) -> Composed:
        """The pages of the digest, and the picture where anything falls due in its days."""
        pages: list[Page] = [
            {"text": message.text, "blocks": list(message.blocks)}
            for message in digest_messages(content, self.library)
        ]
        ahead = self._ahead(subscription, content.day)
        draw = partial(days_ahead_of, ahead, self.library, self.desk.calendar)
        return Composed(tuple(pages), draw if ahead.upcoming else None)

    def _ahead(self, subscription: Subscription, day: date) -> DigestContent:
        """What the picture shows: the same certificates, and nothing put off."""
        wide = replace(subscription, days_ahead=_PICTURE_DAYS)
        return content_of(self.desk.survey.all(day), wide, day, _nothing_put_off)


def _nothing_put_off(record: CertificateRecord, obligation: Obligation, on: date) -> bool:
    return False


def _is_put_off(
    put_off: Mapping[tuple[int, str], date],
    record: CertificateRecord,
    obligation: Obligation,
    on: date,
) -> bool:
    until = put_off.get((record.id, obligation.key))
    return until is not None and on < until
