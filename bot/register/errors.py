"""What the register does not take."""

from __future__ import annotations

from knowledge.errors import ClauseBotError


class RegisterRefuses(ClauseBotError):
    """An entry that cannot be true; the message is one Chinese sentence with what to do."""
