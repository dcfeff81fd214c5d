"""What Alembic runs; the connection comes from ``bot.store.upgrading``, in a transaction."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

from bot.store import digest_tables, tables

# Importing them is what makes them known.
assert digest_tables
assert tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    # SQLite cannot alter a table in place.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
