"""What is wrong with the database, in a sentence that says what to do."""

from __future__ import annotations

from bot.store import phrases
from knowledge.errors import ClauseBotError


class DatabaseUnusable(ClauseBotError):
    """The database cannot be opened or brought up to date; ``address`` has no password in it."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(phrases.database_unusable(address, reason))
