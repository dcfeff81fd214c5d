"""The scheme that a channel is about, known to every process."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from bot.store.database import Database
from bot.store.tables import ChannelSchemeRow, table_of

_SCHEMES = table_of(ChannelSchemeRow)
_OF_CHANNEL = select(_SCHEMES.c.document).where(_SCHEMES.c.channel == bindparam("in_channel"))
_NO_MORE = delete(_SCHEMES).where(_SCHEMES.c.channel == bindparam("in_channel"))


class StoredChannelSchemes:
    """See :class:`bot.slack.channel_schemes.ChannelSchemes`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._set = database.upsert(ChannelSchemeRow, ("channel",))

    def of(self, channel: str) -> str | None:
        """The channel's scheme."""
        with self._database.reading() as connection:
            return connection.execute(_OF_CHANNEL, {"in_channel": channel}).scalar()

    def set(self, channel: str, document: str | None) -> None:
        """Sets the channel's scheme, or takes it away."""
        with self._database.writing() as connection:
            if document is None:
                connection.execute(_NO_MORE, {"in_channel": channel})
            else:
                connection.execute(self._set, {"channel": channel, "document": document})
