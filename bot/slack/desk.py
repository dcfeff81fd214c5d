"""Everything that the Slack app needs for the register and its digests (登记台)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.digest.ledger import Ledger
from bot.digest.snoozing import Snoozes
from bot.digest.subscription import Subscriptions
from bot.register.finding import Finding
from bot.register.register import Register
from bot.register.survey import Survey
from bot.slack.calendar_page import Feed
from calculators.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Desk:
    """The register, how it is searched, what follows from it, and the digests.

    ``editors`` are the users (U…) and user groups (S…) who may change the register and the digests.
    ``process`` names this process in the ledger. ``feed`` is the calendar at its secret addresses.
    """

    register: Register
    finding: Finding
    survey: Survey
    subscriptions: Subscriptions
    ledger: Ledger
    snoozes: Snoozes
    calendar: WorkingCalendar
    now: Callable[[], datetime]
    zone: ZoneInfo
    process: str
    editors: frozenset[str] = frozenset()
    feed: Feed | None = None
