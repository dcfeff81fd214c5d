"""Secret addresses of the calendar: of each secret only the hash is kept."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from typing import Any

from sqlalchemy import Row, insert, select, update

from bot.register.calendar_feed import Address
from bot.store.column_types import storable
from bot.store.database import Database
from bot.store.tables import CalendarFeedRow, table_of

_ADDRESSES = table_of(CalendarFeedRow)
_ALL = select(_ADDRESSES).order_by(_ADDRESSES.c.id)
_IN_USE = _ADDRESSES.c.revoked_at.is_(None)
_SECRET_BYTES = 32


class StoredCalendarAddresses:
    """See :class:`bot.register.calendar_feed.CalendarAddresses`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def make(self, owner: str = "") -> tuple[int, str]:
        """A new address with its secret, which cannot be had again."""
        secret = secrets.token_urlsafe(_SECRET_BYTES)
        row = {"secret_hash": _hash(secret), "owner": storable(owner), "made_at": self._now()}
        with self._database.writing() as connection:
            made = connection.execute(insert(_ADDRESSES).returning(_ADDRESSES.c.id), row)
            return int(made.scalar_one()), secret

    def all(self) -> tuple[Address, ...]:
        """Every address that was made, the oldest first."""
        with self._database.reading() as connection:
            return tuple(_address(row) for row in connection.execute(_ALL))

    def revoke(self, number: int) -> bool:
        """Whether there was such an address, which leads nowhere from now on."""
        ending = update(_ADDRESSES).where(_IN_USE, _ADDRESSES.c.id == number)
        with self._database.writing() as connection:
            ended = connection.execute(ending.values(revoked_at=self._now()))
            return ended.rowcount > 0

    def with_secret(self, secret: str) -> Address | None:
        """The address with this secret, unless it was revoked; as slow for any other secret."""
        wanted, found = _hash(secret), None
        with self._database.reading() as connection:
            for row in connection.execute(_ALL.where(_IN_USE)):
                if compare_digest(wanted, row.secret_hash):
                    found = _address(row)
        return found


def _hash(secret: str) -> str:
    return sha256(secret.encode(errors="replace")).hexdigest()


def _address(row: Row[Any]) -> Address:
    return Address(row.id, row.owner, row.made_at, row.revoked_at)
