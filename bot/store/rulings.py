"""Rulings (核定), known to every process; one that is withdrawn stays on record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from bot.slack.rulings import Ruling
from bot.store.database import Database
from bot.store.tables import RulingRow, table_of
from knowledge.clause import ClauseRef

_RULINGS = table_of(RulingRow)
_NOT_WITHDRAWN = _RULINGS.c.withdrawn_at.is_(None)
_ON_CLAUSES = (
    select(_RULINGS)
    .where(_NOT_WITHDRAWN, _RULINGS.c.clause.in_(bindparam("clauses", expanding=True)))
    .order_by(_RULINGS.c.id.desc())
)
_WITHDRAW = update(_RULINGS).where(
    _NOT_WITHDRAWN, _RULINGS.c.id.in_(bindparam("numbers", expanding=True))
)


class StoredRulings:
    """See :class:`bot.slack.rulings.Rulings`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def on(self, refs: Collection[ClauseRef]) -> tuple[Ruling, ...]:
        """The rulings on these clauses that were not withdrawn, the newest first."""
        if not refs:
            return ()
        wanted = {"clauses": sorted({ref.number for ref in refs})}
        with self._database.reading() as connection:
            found = [_ruling(row) for row in connection.execute(_ON_CLAUSES, wanted).mappings()]
        return tuple(ruling for ruling in found if ruling.ref in refs)

    def make(self, ruling: Ruling) -> None:
        """Keeps a new ruling."""
        row = {
            "document": ruling.ref.document,
            "clause": ruling.ref.number,
            "text_hash": ruling.text_hash,
            "words": ruling.words,
            "question": ruling.question,
            "user": ruling.user,
            "name": ruling.name,
            "made_on": ruling.made_on,
            "made_at": self._now(),
        }
        with self._database.writing() as connection:
            connection.execute(insert(_RULINGS), row)

    def withdraw(self, numbers: Collection[int], user: str) -> None:
        """The rulings with these numbers no longer count; who withdrew them first is kept."""
        withdrawn = _WITHDRAW.values(withdrawn_at=self._now(), withdrawn_by=user)
        with self._database.writing() as connection:
            connection.execute(withdrawn, {"numbers": list(numbers)})


def _ruling(row: Mapping[Any, Any]) -> Ruling:
    return Ruling(
        ClauseRef(row["document"], row["clause"]),
        row["text_hash"],
        row["words"],
        row["question"],
        row["user"],
        row["name"],
        row["made_on"],
        row["id"],
    )
