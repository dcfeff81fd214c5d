"""Puts a channel's digest together: what is due, as pages for Slack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.digest.content import DigestContent, content_of
from bot.digest.ledger import Page
from bot.digest.schedule import is_late
from bot.digest.sending import Composed
from bot.digest.subscription import Subscription
from bot.register.record import CertificateRecord
from bot.slack.blocks.digest import digest_messages
from bot.slack.desk import Desk
from calculators.obligations.obligation import Obligation
from knowledge.library import Library


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
        late = is_late(day, subscription.at, self.desk.now(), self.desk.zone)
        content = self.content(subscription, day, late=late)
        if content.is_empty and not subscription.says_when_nothing_is_due:
            return None
        return self.composed(content)

    def content(
        self, subscription: Subscription, day: date, *, late: bool = False
    ) -> DigestContent:
        """What is due on the day for the channel."""
        put_off = self.desk.snoozes.all()

        def is_put_off(record: CertificateRecord, obligation: Obligation, on: date) -> bool:
            return _is_put_off(put_off, record, obligation, on)

        return content_of(self.desk.survey.all(day), subscription, day, is_put_off, is_late=late)

    def composed(self, content: DigestContent) -> Composed:
        """The pages of the digest."""
        pages: list[Page] = [
            {"text": message.text, "blocks": list(message.blocks)}
            for message in digest_messages(content, self.library)
        ]
        return Composed(tuple(pages))


def _is_put_off(
    put_off: Mapping[tuple[int, str], date],
    record: CertificateRecord,
    obligation: Obligation,
    on: date,
) -> bool:
    until = put_off.get((record.id, obligation.key))
    return until is not None and on < until
