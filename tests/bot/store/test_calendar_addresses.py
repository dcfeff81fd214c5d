from __future__ import annotations

from collections.abc import Callable

from bot.store.calendar_addresses import StoredCalendarAddresses
from bot.store.database import Database
from bot.store.tables import CalendarFeedRow, table_of
from tests.fakes.clock import Clock


def test_secret_leads_to_its_address_until_it_is_revoked(
    database: Database, connect: Callable[[], Database], now: Clock
) -> None:
    addresses = StoredCalendarAddresses(database, now)
    first, secret = addresses.make()
    second, other = addresses.make("U1")
    elsewhere = StoredCalendarAddresses(connect(), now)
    found = elsewhere.with_secret(other)
    assert found is not None
    assert (found.number, found.owner) == (second, "U1")
    assert addresses.revoke(first)
    assert not addresses.revoke(first)
    assert not addresses.revoke(99)
    assert elsewhere.with_secret(secret) is None
    assert elsewhere.with_secret(other) is not None
    assert [(each.number, each.revoked_at) for each in addresses.all()] == [
        (first, now.moment),
        (second, None),
    ]


def test_secret_is_long_and_not_kept(database: Database, now: Clock) -> None:
    _, secret = StoredCalendarAddresses(database, now).make()
    assert len(secret) > 40
    with database.reading() as connection:
        (row,) = connection.execute(table_of(CalendarFeedRow).select()).mappings()
    assert all(secret not in str(value) for value in row.values())


def test_words_that_are_no_secret_lead_nowhere(database: Database, now: Clock) -> None:
    addresses = StoredCalendarAddresses(database, now)
    addresses.make()
    for words in ("", "x", "\0", "\ud800", "x" * 10_000):
        assert addresses.with_secret(words) is None
