"""What was last said in a thread, so that a short reply is understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.slack.asked import Asked
from bot.slack.memory import Memory


@dataclass(frozen=True, slots=True)
class Turn:
    """What a person asked last in a thread; ``is_open`` where the bot has asked back."""

    user: str
    asked: Asked
    is_open: bool


class Conversations(Protocol):
    """Remembers the last turn of each thread."""

    def last(self, channel: str, thread: str) -> Turn | None:
        """The last turn in the thread, if it is remembered."""
        ...

    def remember(self, channel: str, thread: str, turn: Turn) -> None:
        """This is now the last turn of the thread."""
        ...


class RecentConversations:
    """The threads of one process, in memory: a working week long."""

    def __init__(self, keep_seconds: float = 7 * 24 * 3600, most: int = 20_000) -> None:
        self._turns: Memory[Turn] = Memory(keep_seconds, most)

    def last(self, channel: str, thread: str) -> Turn | None:
        """See :class:`Conversations`."""
        return self._turns.get(f"{channel}:{thread}")

    def remember(self, channel: str, thread: str, turn: Turn) -> None:
        """See :class:`Conversations`."""
        self._turns.put(f"{channel}:{thread}", turn)
