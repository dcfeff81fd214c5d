"""A desk over a database of the test, with a clock that the test sets."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.register.finding import Finding
from bot.register.survey import Survey
from bot.slack.desk import Desk
from bot.store.database import Database
from bot.store.digest_ledger import StoredLedger
from bot.store.register import StoredRegister
from bot.store.snoozes import StoredSnoozes
from bot.store.subscriptions import StoredSubscriptions
from calculators.working_days import WorkingCalendar
from knowledge.library import Library
from tests.fakes.clock import Clock


def desk_over(
    database: Database, library: Library, now: Clock, editors: frozenset[str] = frozenset()
) -> Desk:
    register = StoredRegister(database, now)
    return Desk(
        register=register,
        finding=Finding(register),
        survey=Survey.load(register, library),
        subscriptions=StoredSubscriptions(database, now),
        ledger=StoredLedger(database, now),
        snoozes=StoredSnoozes(database, now),
        calendar=WorkingCalendar.load(),
        now=now,
        zone=ZoneInfo("Asia/Shanghai"),
        process="test",
        editors=editors,
    )
