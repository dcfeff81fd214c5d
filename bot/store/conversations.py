"""The last turn of each thread, known to every process."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select

from bot.slack.conversations import Turn
from bot.store.asked_columns import asked_in, columns_of
from bot.store.database import Database
from bot.store.tables import ThreadTurnRow, table_of
from bot.store.tidying import Tidying
from bot.store.writing import Writing, WritingAtOnce

# Who comes back after a week says what they mean.
_KEPT = timedelta(days=7)
_TURNS = table_of(ThreadTurnRow)
_LAST = select(_TURNS).where(
    _TURNS.c.channel == bindparam("in_channel"),
    _TURNS.c.thread == bindparam("in_thread"),
    _TURNS.c.said_at >= bindparam("since"),
)
_OLD = delete(_TURNS).where(_TURNS.c.said_at < bindparam("since"))


class StoredConversations:
    """See :class:`bot.slack.conversations.Conversations`."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], writing: Writing | None = None
    ) -> None:
        self._database = database
        self._now = now
        self._writing = writing or WritingAtOnce(database)
        self._tidying = Tidying()
        self._remember = database.upsert(ThreadTurnRow, ("channel", "thread"))

    def last(self, channel: str, thread: str) -> Turn | None:
        """The last turn in the thread, unless it is a week old."""
        wanted = {"in_channel": channel, "in_thread": thread, "since": self._now() - _KEPT}
        self._writing.flush()
        with self._database.reading() as connection:
            row = connection.execute(_LAST, wanted).mappings().first()
        return Turn(row["user"], asked_in(row), row["is_open"]) if row else None

    def remember(self, channel: str, thread: str, turn: Turn) -> None:
        """This is now the last turn of the thread."""
        now = self._now()
        row = {
            "channel": channel,
            "thread": thread,
            "user": turn.user,
            **columns_of(turn.asked),
            "is_open": turn.is_open,
            "said_at": now,
        }
        if self._tidying.is_due(now):
            self._writing.put(_OLD, {"since": now - _KEPT})
        self._writing.put(self._remember, row)
