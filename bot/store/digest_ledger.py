"""The ledger of the digests in the database: whoever updates a row first holds it.

A claim ends by itself after a while, much longer than one call to Slack may take, so that a request
of a process that was killed has arrived or never will when the next one looks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, update

from bot.digest.ledger import LONGEST_WAIT, Claim, ClaimLost, Owed, Page
from bot.store.database import Database
from bot.store.digest_tables import DigestDeliveryRow
from bot.store.tables import table_of

HELD_FOR = timedelta(minutes=2)
_ROWS = table_of(DigestDeliveryRow)
_OWED, _SENT, _DROPPED = "owed", "sent", "dropped"


class StoredLedger:
    """See :class:`bot.digest.ledger.Ledger`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._owe = database.insert(DigestDeliveryRow).on_conflict_do_nothing()

    def last_day(self, channel: str) -> date | None:
        """The last day for which the channel has a row."""
        last = select(func.max(_ROWS.c.day)).where(_ROWS.c.channel == channel)
        with self._database.reading() as connection:
            return connection.execute(last).scalar()

    def owe(self, channel: str, day: date) -> None:
        """A digest is owed from now on; nothing changes where the row is there already."""
        row = {"channel": channel, "day": day, "state": _OWED}
        rest = {"pages": [], "posted": [], "trouble": ""}
        with self._database.writing() as connection:
            connection.execute(self._owe, row | rest)

    def is_owed(self, channel: str, day: date) -> bool:
        """Whether this digest is still to be sent."""
        row = select(_ROWS.c.state).where(_is_row(channel, day))
        with self._database.reading() as connection:
            return connection.execute(row).scalar() == _OWED

    def ready(self) -> Sequence[Owed]:
        """The first unsent digest of each channel that nobody holds and that may be tried now."""
        owed = _ROWS.c.state == _OWED
        first = select(_ROWS.c.channel, func.min(_ROWS.c.day).label("day")).where(owed)
        firsts = first.group_by(_ROWS.c.channel).subquery()
        is_first = and_(_ROWS.c.channel == firsts.c.channel, _ROWS.c.day == firsts.c.day)
        wanted = (
            select(_ROWS.c.channel, _ROWS.c.day)
            .join(firsts, is_first)
            .where(_is_free(self._now()))
            .order_by(_ROWS.c.day, _ROWS.c.channel)
        )
        with self._database.reading() as connection:
            return [Owed(row.channel, row.day) for row in connection.execute(wanted)]

    def claim(self, owed: Owed, holder: str) -> Claim | None:
        """Takes the digest, or None where another process was quicker."""
        now = self._now()
        row = _is_row(owed.channel, owed.day)
        taking = (
            update(_ROWS)
            .where(row, _ROWS.c.state == _OWED, _is_free(now))
            .values(
                holder=holder,
                held_until=now + HELD_FOR,
                first_tried_at=func.coalesce(_ROWS.c.first_tried_at, now),
            )
        )
        with self._database.writing() as connection:
            reading = select(_ROWS).where(row).with_for_update()
            before = connection.execute(reading).mappings().first()
            if before is None or not connection.execute(taking).rowcount:
                return None
        return Claim(
            owed.channel,
            owed.day,
            holder,
            before["first_tried_at"],
            tuple(before["pages"]),
            tuple(before["posted"]),
        )

    def hold(self, claim: Claim) -> None:
        """Holds it for as long again: called before each thing that is posted."""
        self._change(claim, held_until=self._now() + HELD_FOR)

    def set_out(self, claim: Claim, pages: Sequence[Page]) -> None:
        """Keeps what is about to be posted."""
        self._change(claim, pages=list(pages), posted=[])

    def arrived(self, claim: Claim, posted: Sequence[str]) -> None:
        """Keeps which pages have arrived."""
        self._change(claim, posted=list(posted))

    def finish(self, claim: Claim) -> None:
        """All of it has arrived."""
        self._change(claim, state=_SENT, finished_at=self._now(), holder=None, trouble="")

    def put_off(self, claim: Claim, until: datetime, reason: str) -> None:
        """Lets go of it and tries again later."""
        self._change(claim, holder=None, held_until=None, try_again_at=until, trouble=reason)

    def drop(self, channel: str) -> None:
        """What the channel is still owed is owed no longer."""
        dropping = update(_ROWS).where(_ROWS.c.channel == channel, _ROWS.c.state == _OWED)
        with self._database.writing() as connection:
            connection.execute(dropping.values(state=_DROPPED, holder=None))

    def trouble(self, channel: str) -> str:
        """Why the last attempt failed; empty where nothing is owed or all went well."""
        latest = (
            select(_ROWS.c.trouble)
            .where(_ROWS.c.channel == channel, _ROWS.c.state == _OWED)
            .order_by(_ROWS.c.day)
            .limit(1)
        )
        with self._database.reading() as connection:
            return connection.execute(latest).scalar() or ""

    def _change(self, claim: Claim, **values: Any) -> None:
        held = (
            _is_row(claim.channel, claim.day),
            _ROWS.c.holder == claim.holder,
            _ROWS.c.state == _OWED,
        )
        with self._database.writing() as connection:
            if not connection.execute(update(_ROWS).where(*held).values(**values)).rowcount:
                raise ClaimLost


def _is_free(now: datetime) -> ColumnElement[bool]:
    unheld = _is_over(_ROWS.c.held_until, now, 2 * HELD_FOR)
    return and_(unheld, _is_over(_ROWS.c.try_again_at, now, 2 * LONGEST_WAIT))


def _is_over(until: ColumnElement[Any], now: datetime, most: timedelta) -> ColumnElement[bool]:
    """The moment has come, or lies further ahead than it can: the clock was set back meanwhile."""
    return or_(until.is_(None), until <= now, until > now + most)


def _is_row(channel: str, day: date) -> ColumnElement[bool]:
    return and_(_ROWS.c.channel == channel, _ROWS.c.day == day)
