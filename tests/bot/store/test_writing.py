from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import bindparam, delete, insert

from bot.store.availability import Availability
from bot.store.database import Database
from bot.store.tables import ChannelSchemeRow, table_of
from bot.store.writing import Writing, WritingAtOnce, WritingBehind

SCHEMES = table_of(ChannelSchemeRow)
ADD = insert(SCHEMES)


@pytest.fixture
def behind(database: Database) -> Iterator[WritingBehind]:
    writing = WritingBehind(database, Availability())
    yield writing
    writing.close()


def row(channel: str) -> dict[str, object]:
    return {"channel": channel, "document": "TB-GZ-036"}


def channels(database: Database) -> list[str]:
    with database.reading() as connection:
        return sorted(connection.execute(SCHEMES.select()).scalars())


def test_what_was_put_is_read_after_a_flush(database: Database, behind: WritingBehind) -> None:
    writings: list[Writing] = [WritingAtOnce(database), behind]
    for number, writing in enumerate(writings):
        writing.put(ADD, row(f"C{number}"))
        writing.flush()
    assert channels(database) == ["C0", "C1"]


def test_order_is_kept(
    database: Database, behind: WritingBehind, caplog: pytest.LogCaptureFixture
) -> None:
    take_away = delete(SCHEMES).where(SCHEMES.c.channel == bindparam("gone"))
    for _ in range(100):
        behind.put(ADD, row("C1"))
        behind.put(take_away, {"gone": "C1"})
    behind.put(ADD, row("C1"))
    behind.flush()
    assert channels(database) == ["C1"]
    assert not caplog.records


def test_row_that_is_refused_spoils_no_other(
    database: Database, behind: WritingBehind, caplog: pytest.LogCaptureFixture
) -> None:
    for channel in ("C1", "C1", "C2"):
        behind.put(ADD, row(channel))
    behind.flush()
    assert channels(database) == ["C1", "C2"]
    lost = [each for each in caplog.messages if each.startswith("Not kept")]
    assert lost == ["Not kept: {'channel': 'C1', 'document': 'TB-GZ-036'}"]


def test_rest_is_written_when_it_is_closed(database: Database) -> None:
    writing = WritingBehind(database, Availability())
    for number in range(500):
        writing.put(ADD, row(f"C{number:03}"))
    writing.close()
    assert len(channels(database)) == 500
