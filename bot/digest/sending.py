"""Sends one digest exactly once, wherever the process or the connection breaks.

Before anything is posted the ledger says what is about to be posted. Whoever comes after a broken
attempt first looks in the channel for what arrived, by the mark that each page carries, and goes on
behind it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.digest.ledger import LONGEST_WAIT, Claim, ClaimLost, Ledger, Owed, Page
from bot.digest.posting import Board, Mark, NotPosted

_log = logging.getLogger(__name__)
# A message that was taken although nobody heard of it is visible by then.
_SETTLING = timedelta(seconds=20)
# Slack's clock and ours may differ.
_CLOCKS_DIFFER = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Composed:
    """What a digest says; ``picture`` is drawn only when it is time to post it."""

    pages: tuple[Page, ...]
    picture: Callable[[], bytes] | None = None


Compose = Callable[[str, date], Composed | None]
"""What a channel is told on a day, as known now; None where it wants to hear nothing."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends what is owed. ``holder`` names this process in the ledger."""

    ledger: Ledger
    board: Board
    compose: Compose
    now: Callable[[], datetime]
    holder: str

    def send_ready(self) -> int:
        """Sends everything that can be sent now, and says how many digests that were."""
        sent = 0
        while ready := self.ledger.ready():
            sent += sum(self.send(owed) for owed in ready)
        return sent

    def send(self, owed: Owed) -> bool:
        """Sends one digest; False where another process has it or it has to be tried again."""
        claim = self.ledger.claim(owed, self.holder)
        if claim is None:
            return False
        try:
            self._send(claim)
        except ClaimLost:
            _log.warning("the digest of %s for %s was taken over", owed.channel, owed.day)
            return False
        except NotPosted as failure:
            self._put_off(claim, failure)
            return False
        # What is wrong with one channel's digest must not keep the others waiting.
        except Exception as error:
            _log.exception("the digest of %s for %s failed", owed.channel, owed.day)
            self._put_off(claim, NotPosted(repr(error), is_refused=True))
            return False
        return True

    def _send(self, claim: Claim) -> None:
        claim = self._resumed(claim)
        composed = self.compose(claim.channel, claim.day)
        if not claim.posted:
            if composed is None:
                self.ledger.finish(claim)
                return
            claim = replace(claim, pages=composed.pages)
            self.ledger.set_out(claim, composed.pages)
        for number in range(len(claim.posted), len(claim.pages)):
            claim = self._post(claim, number)
        if composed and composed.picture:
            self._add_picture(claim, composed.picture)
        self.ledger.finish(claim)

    def _resumed(self, claim: Claim) -> Claim:
        """The claim with what arrived without our knowing."""
        if claim.first_tried_at is None or not claim.pages:
            return claim
        first = Mark(claim.channel, claim.day, 0)
        thread = next(iter(claim.posted), None)
        thread = thread or self.board.find_first(first, claim.first_tried_at - _CLOCKS_DIFFER)
        if thread is None:
            return claim
        arrived = tuple(self.board.find_in_thread(first, thread)) or (thread,)
        self.ledger.arrived(claim, arrived)
        return replace(claim, posted=arrived)

    def _post(self, claim: Claim, number: int) -> Claim:
        self.ledger.hold(claim)
        thread = claim.posted[0] if claim.posted else None
        mark = Mark(claim.channel, claim.day, number)
        posted = (*claim.posted, self.board.post(claim.pages[number], mark, thread))
        self.ledger.arrived(claim, posted)
        return replace(claim, posted=posted)

    def _add_picture(self, claim: Claim, picture: Callable[[], bytes]) -> None:
        mark, thread = Mark(claim.channel, claim.day, len(claim.pages)), claim.posted[0]
        if claim.first_tried_at is not None and self.board.has_picture(mark, thread):
            return
        # The pages have arrived; a digest without its picture is better than one that never ends.
        try:
            drawn = picture()
        except Exception:
            _log.exception("the picture of %s cannot be drawn", claim.channel)
            return
        self.ledger.hold(claim)
        try:
            self.board.add_picture(drawn, mark, thread)
        except NotPosted as failure:
            if not failure.is_refused:
                raise
            _log.warning("the picture of %s: %s", claim.channel, failure.reason)

    def _put_off(self, claim: Claim, failure: NotPosted) -> None:
        wait = LONGEST_WAIT if failure.is_refused else _SETTLING
        if failure.wait_seconds is not None:
            wait = min(max(wait, timedelta(seconds=failure.wait_seconds)), LONGEST_WAIT)
        _log.warning("the digest of %s for %s: %s", claim.channel, claim.day, failure.reason)
        try:
            self.ledger.put_off(claim, self.now() + wait, failure.reason)
        except ClaimLost:
            _log.warning("the digest of %s for %s was taken over", claim.channel, claim.day)
