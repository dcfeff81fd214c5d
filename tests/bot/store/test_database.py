from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from bot.store.database import Database
from bot.store.errors import DatabaseUnusable
from bot.store.tables import ChannelSchemeRow, table_of

SCHEMES = table_of(ChannelSchemeRow)


def channels(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.execute(SCHEMES.select()).scalars())


def test_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def set_two() -> None:
        with database.writing() as connection:
            connection.execute(insert(SCHEMES).values(channel="C1", document="TB-GZ-036"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        set_two()
    assert channels(database) == []


def test_what_is_written_is_read_by_another_process(
    database: Database, connect: Callable[[], Database]
) -> None:
    other = connect()
    assert channels(other) == []
    with database.writing() as connection:
        connection.execute(insert(SCHEMES).values(channel="C1", document="TB-GZ-036"))
    assert channels(other) == ["C1"]


def test_sqlite_lets_others_read_while_one_writes(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/clausebot.db")
    with database.reading() as connection:
        mode, patience = (
            connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "busy_timeout")
        )
    database.close()
    assert (mode, patience) == ("wal", 5000)


@pytest.mark.parametrize(
    "url", ["", "nonsense", "oracle://x/y", "mysql://x/y", "postgresql+nonsense://x/y"]
)
def test_address_that_is_none_names_the_setting(url: str) -> None:
    with pytest.raises(DatabaseUnusable, match="CLAUSEBOT_DATABASE_URL"):
        Database(url)


def test_address_that_is_not_understood_is_not_repeated() -> None:
    with pytest.raises(DatabaseUnusable, match=r"^数据库用不了：") as refusal:
        Database("nonsense:geheim")
    assert "geheim" not in str(refusal.value)


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseUnusable, match=f"{tmp_path}/file/clausebot.db"):
        Database(f"sqlite:///{tmp_path}/file/clausebot.db")


def test_address_is_shown_without_its_password() -> None:
    database = Database("postgresql+psycopg://bot:geheim@db.invalid/clausebot")
    assert database.address == "postgresql+psycopg://bot:***@db.invalid/clausebot"
