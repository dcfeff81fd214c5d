"""The services of the Slack app with a memory that outlives the process."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from bot.composition import clock, load_assistant, load_library
from bot.register.calendar_feed import CalendarFeed
from bot.register.exchange.schemes import SchemeNames
from bot.register.finding import Finding
from bot.register.lookup import RegisterLookup
from bot.register.survey import Survey
from bot.settings import Settings
from bot.slack.desk import Desk
from bot.slack.services import Services
from bot.store.availability import Availability
from bot.store.calendar_addresses import StoredCalendarAddresses
from bot.store.channel_schemes import StoredChannelSchemes
from bot.store.conversations import StoredConversations
from bot.store.database import Database
from bot.store.digest_ledger import StoredLedger
from bot.store.journal import StoredJournal
from bot.store.register import StoredRegister
from bot.store.rulings import StoredRulings
from bot.store.seen_keys import StoredKeys
from bot.store.snoozes import StoredSnoozes
from bot.store.subscriptions import StoredSubscriptions
from bot.store.surviving import (
    SurvivingChannelSchemes,
    SurvivingConversations,
    SurvivingJournal,
    SurvivingKeys,
    SurvivingLookup,
    SurvivingRulings,
)
from bot.store.upgrading import upgrade
from bot.store.writing import WritingBehind
from calculators.working_days import WorkingCalendar
from indexes import artefact
from knowledge.library import Library


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The database of the settings with its tables up to date, closed at the end.

    DatabaseUnusable where it cannot be opened.
    """
    database = Database(settings.database_url)
    try:
        upgrade(database)
        yield database
    finally:
        database.close()


@contextmanager
def open_services(settings: Settings) -> Iterator[Services]:
    """Everything the Slack app needs, as the settings say."""
    with open_database(settings) as database:
        library = load_library(settings)
        desk = open_desk(settings, database, library)
        availability = Availability()
        lookup = RegisterLookup(desk.finding, desk.survey, library)
        certificates = SurvivingLookup(lookup, availability)
        services = Services(
            load_assistant(settings, library, certificates),
            clock(settings),
            library,
            ruling_users=settings.ruling_user_ids,
            desk=desk,
            register_revision=lambda: availability.attempt(desk.register.revision, lambda: -1),
        )
        index_version = artefact.current_folder(settings.index_folder).name
        _keep_for_good()
        with remembering(services, database, now, index_version) as remembered:
            yield remembered


def open_desk(settings: Settings, database: Database, library: Library) -> Desk:
    """The register in the database, with its digests."""
    register = StoredRegister(database, now)
    survey = Survey.load(register, library)
    addresses = StoredCalendarAddresses(database, now)
    scheme = SchemeNames(library.documents).short
    return Desk(
        register=register,
        finding=Finding(register),
        survey=survey,
        subscriptions=StoredSubscriptions(database, now),
        ledger=StoredLedger(database, now),
        snoozes=StoredSnoozes(database, now),
        calendar=WorkingCalendar.load(),
        now=now,
        zone=ZoneInfo(settings.timezone),
        process=uuid4().hex,
        editors=settings.register_editor_ids,
        feed=CalendarFeed(addresses, register, survey, clock(settings), scheme),
    )


def _keep_for_good() -> None:
    """What is loaded stays: the collector need not look through it again with every event."""
    gc.collect()
    gc.freeze()


@contextmanager
def remembering(
    services: Services, database: Database, now: Callable[[], datetime], index_version: str
) -> Iterator[Services]:
    """The services with the database as their memory; at the end all that was said is kept."""
    availability = Availability()
    writing = WritingBehind(database, availability)
    keys = StoredKeys(database, now)
    conversations = StoredConversations(database, now, writing)
    schemes = StoredChannelSchemes(database)
    journal = StoredJournal(database, now, index_version, writing)
    remembered = replace(
        services,
        seen=SurvivingKeys(keys, availability),
        conversations=SurvivingConversations(conversations, availability),
        channel_schemes=SurvivingChannelSchemes(schemes, availability),
        journal=SurvivingJournal(journal, availability),
        rulings=SurvivingRulings(StoredRulings(database, now), availability),
    )
    try:
        yield remembered
    finally:
        writing.close()


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)
