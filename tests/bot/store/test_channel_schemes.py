from __future__ import annotations

from collections.abc import Callable

from bot.store.channel_schemes import StoredChannelSchemes
from bot.store.database import Database


def test_scheme_is_the_channels_own_and_known_to_every_process(
    database: Database, connect: Callable[[], Database]
) -> None:
    StoredChannelSchemes(database).set("C1", "TB-GZ-036")
    other = StoredChannelSchemes(connect())
    assert (other.of("C1"), other.of("C2")) == ("TB-GZ-036", None)


def test_scheme_can_be_changed_and_taken_away(database: Database) -> None:
    schemes = StoredChannelSchemes(database)
    for document in ("TB-GZ-036", "WAL-QP-21", None):
        schemes.set("C1", document)
        assert schemes.of("C1") == document
