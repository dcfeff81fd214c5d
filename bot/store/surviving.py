"""What the app remembers, in the database where that answers, else in this process."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from bot.assistant.registered import CertificateLookup, Mentioned
from bot.slack.asked import Asked
from bot.slack.channel_schemes import ChannelSchemes, ChannelSchemesInMemory
from bot.slack.conversations import Conversations, RecentConversations, Turn
from bot.slack.journal import AnsweredQuestion, Feedback, Journal, RecentJournal
from bot.slack.memory import Memory
from bot.slack.recent_keys import RecentKeys, SeenKeys
from bot.slack.rulings import Ruling, Rulings
from bot.store.availability import Availability
from knowledge.clause import ClauseRef

# What another process has changed is seen so much later; a crowd in one channel reads it once.
_FRESH_SECONDS = 2.0
_MOST_FRESH = 5_000


class SurvivingKeys:
    """Keys of this process first, since most repetitions reach the process that had the event."""

    def __init__(self, stored: SeenKeys, availability: Availability) -> None:
        self._stored = stored
        self._here = RecentKeys()
        self._availability = availability

    def first_time(self, *keys: str) -> bool:
        """See :class:`SeenKeys`."""
        if not self._here.first_time(*keys):
            return False
        return self._availability.attempt(lambda: self._stored.first_time(*keys), lambda: True)


class SurvivingConversations:
    """Threads, remembered here too."""

    def __init__(self, stored: Conversations, availability: Availability) -> None:
        self._stored = stored
        self._here = RecentConversations()
        self._availability = availability

    def last(self, channel: str, thread: str) -> Turn | None:
        """See :class:`Conversations`."""
        return self._availability.attempt(
            lambda: self._stored.last(channel, thread), lambda: self._here.last(channel, thread)
        )

    def remember(self, channel: str, thread: str, turn: Turn) -> None:
        """See :class:`Conversations`."""
        self._here.remember(channel, thread, turn)
        self._availability.attempt(
            lambda: self._stored.remember(channel, thread, turn), lambda: None
        )


class SurvivingChannelSchemes:
    """Schemes, read again after a moment; setting one fails aloud, since it would not last."""

    def __init__(self, stored: ChannelSchemes, availability: Availability) -> None:
        self._stored = stored
        self._fresh: Memory[tuple[str | None]] = Memory(_FRESH_SECONDS, _MOST_FRESH)
        self._last_read = ChannelSchemesInMemory()
        self._availability = availability

    def of(self, channel: str) -> str | None:
        """See :class:`ChannelSchemes`."""
        if fresh := self._fresh.get(channel):
            return fresh[0]
        return self._availability.attempt(
            lambda: self._read(channel), lambda: self._last_read.of(channel)
        )

    def set(self, channel: str, document: str | None) -> None:
        """See :class:`ChannelSchemes`."""
        self._stored.set(channel, document)
        self._read(channel)

    def _read(self, channel: str) -> str | None:
        document = self._stored.of(channel)
        self._fresh.put(channel, (document,))
        self._last_read.set(channel, document)
        return document


class SurvivingRulings:
    """Rulings, read again after a moment; without a database none, and making one fails aloud."""

    def __init__(self, stored: Rulings, availability: Availability) -> None:
        self._stored = stored
        self._fresh = self._nothing_read()
        self._availability = availability

    def on(self, refs: Collection[ClauseRef]) -> tuple[Ruling, ...]:
        """See :class:`Rulings`."""
        key = "\n".join(sorted(map(str, refs)))
        known = self._fresh.get(key)
        if known is not None:
            return known
        found = self._availability.attempt(lambda: self._stored.on(refs), lambda: ())
        self._fresh.put(key, found)
        return found

    def make(self, ruling: Ruling) -> None:
        """See :class:`Rulings`."""
        self._stored.make(ruling)
        self._fresh = self._nothing_read()

    def withdraw(self, numbers: Collection[int], user: str) -> None:
        """See :class:`Rulings`."""
        self._stored.withdraw(numbers, user)
        self._fresh = self._nothing_read()

    @staticmethod
    def _nothing_read() -> Memory[tuple[Ruling, ...]]:
        return Memory(_FRESH_SECONDS, _MOST_FRESH)


class SurvivingJournal:
    """The journal; each person's last questions are remembered here too."""

    def __init__(self, stored: Journal, availability: Availability) -> None:
        self._stored = stored
        self._here = RecentJournal()
        self._availability = availability

    def answered(self, question: AnsweredQuestion) -> None:
        """See :class:`Journal`."""
        self._here.answered(question)
        self._availability.attempt(lambda: self._stored.answered(question), lambda: None)

    def judged(self, feedback: Feedback) -> None:
        """See :class:`Journal`."""
        self._here.judged(feedback)
        self._availability.attempt(lambda: self._stored.judged(feedback), lambda: None)

    def last_questions(self, user: str) -> tuple[Asked, ...]:
        """See :class:`Journal`."""
        return self._availability.attempt(
            lambda: self._stored.last_questions(user), lambda: self._here.last_questions(user)
        )


class SurvivingLookup:
    """Certificates that a question may name; none while the register cannot be read."""

    def __init__(self, lookup: CertificateLookup, availability: Availability) -> None:
        self._lookup = lookup
        self._availability = availability

    def mentioned(self, text: str, today: date) -> Sequence[Mentioned]:
        """See :class:`CertificateLookup`."""
        return self._availability.attempt(lambda: self._lookup.mentioned(text, today), lambda: ())
