"""How a digest reaches a channel, as the sender sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.digest.ledger import Page


class NotPosted(Exception):
    """Slack did not say that it took the message; it may have.

    ``wait_seconds`` is how long Slack asks to wait, None where it does not say; ``is_refused``
    tells that it will not take it until a person changes something.
    """

    def __init__(
        self, reason: str, wait_seconds: int | None = None, *, is_refused: bool = False
    ) -> None:
        self.reason = reason
        self.wait_seconds = wait_seconds
        self.is_refused = is_refused
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is hidden in each page, so that it can be found again."""

    channel: str
    day: date
    page: int


class Board(Protocol):
    """A channel to post to. Every method raises :class:`NotPosted`."""

    def post(self, page: Page, mark: Mark, thread: str | None) -> str:
        """Posts one page and returns its time stamp."""
        ...

    def find_first(self, mark: Mark, since: datetime) -> str | None:
        """The time stamp of the first page, if it arrived since then."""
        ...

    def find_in_thread(self, mark: Mark, thread: str) -> Sequence[str]:
        """The time stamps of the pages that arrived, in order, the first one among them."""
        ...

    def has_picture(self, mark: Mark, thread: str) -> bool:
        """Whether the picture hangs in the thread."""
        ...

    def add_picture(self, picture: bytes, mark: Mark, thread: str) -> None:
        """Uploads the picture into the thread."""
        ...
