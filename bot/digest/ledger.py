"""The ledger of the digests: one row for each channel and day, and who is sending it just now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

# Nobody puts a digest off for longer.
LONGEST_WAIT = timedelta(hours=1)
Page = dict[str, Any]
"""One message as it is posted: ``text`` and ``blocks``."""


class ClaimLost(Exception):
    """Another process has taken the digest over, because this one took too long."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A digest that is still to be sent."""

    channel: str
    day: date


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to send one digest, for a while, and how far it got before.

    ``pages`` is what the last attempt set out to post, ``posted`` the time stamps of the pages that
    are known to have arrived. ``first_tried_at`` is None where nobody tried before.
    """

    channel: str
    day: date
    holder: str
    first_tried_at: datetime | None
    pages: tuple[Page, ...] = ()
    posted: tuple[str, ...] = ()


class Ledger(Protocol):
    """What is owed, what was sent; known to every process.

    Each method that takes a claim raises :class:`ClaimLost` where it is no longer held.
    """

    def last_day(self, channel: str) -> date | None:
        """The last day for which the channel has a row."""
        ...

    def owe(self, channel: str, day: date) -> None:
        """A digest is owed from now on; nothing changes where the row is there already."""
        ...

    def is_owed(self, channel: str, day: date) -> bool:
        """Whether this digest is still to be sent."""
        ...

    def ready(self) -> Sequence[Owed]:
        """The first unsent digest of each channel that nobody holds and that may be tried now."""
        ...

    def claim(self, owed: Owed, holder: str) -> Claim | None:
        """Takes the digest, or None where another process was quicker."""
        ...

    def hold(self, claim: Claim) -> None:
        """Holds it for as long again: called before each thing that is posted."""
        ...

    def set_out(self, claim: Claim, pages: Sequence[Page]) -> None:
        """Keeps what is about to be posted."""
        ...

    def arrived(self, claim: Claim, posted: Sequence[str]) -> None:
        """Keeps which pages have arrived."""
        ...

    def finish(self, claim: Claim) -> None:
        """All of it has arrived."""
        ...

    def put_off(self, claim: Claim, until: datetime, reason: str) -> None:
        """Lets go of it and tries again later."""
        ...

    def drop(self, channel: str) -> None:
        """What the channel is still owed is owed no longer."""
        ...

    def trouble(self, channel: str) -> str:
        """Why the last attempt failed; empty where nothing is owed or all went well."""
        ...
