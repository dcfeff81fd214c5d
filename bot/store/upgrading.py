"""Brings the tables of a database to those of this program."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.store import phrases
from bot.store.database import Database
from bot.store.errors import DatabaseUnusable

_MIGRATIONS = Path(__file__).parent / "migrations"
# Any number will do that no other program uses for its own lock in the same database.
_LOCK = text("SELECT pg_advisory_xact_lock(20261124)")


def upgrade(database: Database) -> None:
    """Makes what is missing, once, however many processes start together.

    Raises DatabaseUnusable where it cannot be opened or was made by a newer program.
    """
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    try:
        with database.writing() as connection:
            if not database.is_sqlite:
                connection.execute(_LOCK)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise DatabaseUnusable(database.address, phrases.FROM_A_NEWER_PROGRAM) from error
    except SQLAlchemyError as error:
        raise DatabaseUnusable(database.address, _reason(error)) from error


def _reason(error: SQLAlchemyError) -> str:
    cause = getattr(error, "orig", None) or error
    return " ".join(str(cause).split())
