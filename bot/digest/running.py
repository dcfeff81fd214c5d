"""Looks every few seconds whether a digest is owed, in a thread of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from threading import Event, Thread
from zoneinfo import ZoneInfo

from bot.digest.ledger import Ledger
from bot.digest.schedule import days_owed
from bot.digest.sending import Sender
from bot.digest.subscription import Subscriptions

_log = logging.getLogger(__name__)
_EVERY_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Digests:
    """One round: notes down what is owed by now, and sends what can be sent."""

    subscriptions: Subscriptions
    ledger: Ledger
    sender: Sender
    now: Callable[[], datetime]
    zone: ZoneInfo
    is_working_day: Callable[[date], bool]

    def round(self) -> int:
        """The number of digests that were sent."""
        self.note_what_is_owed()
        return self.sender.send_ready()

    def note_what_is_owed(self) -> None:
        """Makes a row for every channel and day whose hour has come."""
        now = self.now()
        for subscription in self.subscriptions.all():
            last = self.ledger.last_day(subscription.channel)
            for day in days_owed(subscription, last, now, self.zone, self.is_working_day):
                self.ledger.owe(subscription.channel, day)


class DigestRunner:
    """Runs the rounds until it is closed; a round that fails is tried again."""

    def __init__(self, digests: Digests, every_seconds: float = _EVERY_SECONDS) -> None:
        self._digests = digests
        self._every = every_seconds
        self._closed = Event()
        self._thread = Thread(target=self._run, name="clausebot-digest", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Finishes the round that is going on."""
        self._closed.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._closed.is_set():
            try:
                self._digests.round()
            except Exception:
                _log.exception("the digests could not be sent in this round")
            self._closed.wait(self._every)
