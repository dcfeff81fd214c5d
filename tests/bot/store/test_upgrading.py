from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlmodel import SQLModel

from bot.store.database import Database
from bot.store.errors import DatabaseUnusable
from bot.store.tables import ChannelSchemeRow, table_of
from bot.store.upgrading import upgrade


def test_migrations_make_exactly_the_tables_of_the_program(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_second_upgrade_keeps_what_is_there(database: Database) -> None:
    schemes = table_of(ChannelSchemeRow)
    with database.writing() as connection:
        connection.execute(schemes.insert(), {"channel": "C1", "document": "TB-GZ-036"})
    upgrade(database)
    with database.reading() as connection:
        assert connection.execute(schemes.select()).all() == [("C1", "TB-GZ-036")]


def test_processes_that_start_together_upgrade_once(connect: Callable[[], Database]) -> None:
    processes = [connect() for _ in range(3)]
    with ThreadPoolExecutor() as pool:
        list(pool.map(upgrade, processes))


def test_database_of_a_newer_program_is_refused(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'v999'"))
    with pytest.raises(DatabaseUnusable, match="更新版本"):
        upgrade(database)


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "clausebot.db").write_bytes(b"x" * 5000)
    database = Database(f"sqlite:///{tmp_path}/clausebot.db")
    with pytest.raises(DatabaseUnusable, match="not a database"):
        upgrade(database)
    database.close()


def test_server_that_does_not_answer_is_named_without_the_password() -> None:
    database = Database("postgresql+psycopg://bot:geheim@127.0.0.1:1/clausebot")
    with pytest.raises(DatabaseUnusable, match=r"127\.0\.0\.1") as refusal:
        upgrade(database)
    assert "geheim" not in str(refusal.value)
