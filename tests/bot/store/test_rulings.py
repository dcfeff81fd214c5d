from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.slack.rulings import Ruling
from bot.store.database import Database
from bot.store.rulings import StoredRulings
from bot.store.tables import RulingRow, table_of
from knowledge.clause import ClauseRef
from tests.fakes.clock import Clock

ROUNDING = ClauseRef("TB-GZ-036", "5.4.4 2)")
RULING = Ruling(ROUNDING, "hash", "按半天", "修约怎么算", "U1", "张总", date(2026, 11, 24))


def test_rulings_are_those_on_the_clauses_newest_first_and_known_after_a_restart(
    database: Database, connect: Callable[[], Database], now: Clock
) -> None:
    rulings = StoredRulings(database, now)
    for words in ("一", "二"):
        rulings.make(replace(RULING, words=words))
    rulings.make(replace(RULING, ref=ClauseRef("WAL-QP-21", "5.4.4 2)")))
    rulings.make(replace(RULING, ref=ClauseRef("TB-GZ-036", "6.2.2")))
    found = StoredRulings(connect(), now).on([ROUNDING, ClauseRef("WAL-QP-21", "6.2.2")])
    assert [replace(each, number=0) for each in found] == [
        replace(RULING, words="二"),
        replace(RULING, words="一"),
    ]
    assert rulings.on([]) == ()


def test_withdrawn_ruling_counts_no_more_and_stays_on_record(
    database: Database, now: Clock
) -> None:
    rulings = StoredRulings(database, now)
    for words in ("一", "二"):
        rulings.make(replace(RULING, words=words))
    newest, oldest = rulings.on([ROUNDING])
    rulings.withdraw([newest.number], "U2")
    rulings.withdraw([newest.number], "U3")
    assert rulings.on([ROUNDING]) == (oldest,)
    with database.reading() as connection:
        rows = connection.execute(table_of(RulingRow).select()).mappings().all()
    assert [(row["words"], row["withdrawn_by"]) for row in rows] == [("一", None), ("二", "U2")]
