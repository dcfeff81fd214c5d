"""Which events were taken, by any process: a key belongs to whoever writes it first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete

from bot.store.database import Database
from bot.store.tables import SeenKeyRow, table_of
from bot.store.tidying import Tidying

# Slack's last retry comes about an hour after the event.
_KEPT = timedelta(hours=2)
_KEYS = table_of(SeenKeyRow)
_OLD = delete(_KEYS).where(_KEYS.c.seen_at < bindparam("since"))


class StoredKeys:
    """See :class:`bot.slack.recent_keys.SeenKeys`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._tidying = Tidying()
        claim = database.insert(SeenKeyRow).on_conflict_do_nothing()
        self._claim = claim.execution_options(preserve_rowcount=True)

    def first_time(self, *keys: str) -> bool:
        """Whether none of the keys was seen before; from now on all of them are."""
        now = self._now()
        # In one order, so that two processes never wait for each other.
        wanted = sorted(set(keys))
        with self._database.writing() as connection:
            if self._tidying.is_due(now):
                connection.execute(_OLD, {"since": now - _KEPT})
            claimed = [
                connection.execute(self._claim, {"key": key, "seen_at": now}).rowcount
                for key in wanted
            ]
        return all(claimed)
