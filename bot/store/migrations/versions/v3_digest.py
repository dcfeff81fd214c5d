"""The daily digest: what channels want, and the ledger of what they got."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v3"
down_revision = "v2"

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "digest_subscription",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("wishes", sa.JSON()),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_digest_subscription_channel", "digest_subscription", ["channel"])
    op.create_table(
        "digest_delivery",
        sa.Column("channel", sa.String(), primary_key=True),
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("holder", sa.String()),
        sa.Column("held_until", _MOMENT),
        sa.Column("first_tried_at", _MOMENT),
        sa.Column("try_again_at", _MOMENT),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("posted", sa.JSON(), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=False),
        sa.Column("finished_at", _MOMENT),
    )
    op.create_index("ix_digest_delivery_state", "digest_delivery", ["state"])
    op.create_table(
        "snooze",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("certificate", sa.Integer(), nullable=False),
        sa.Column("obligation", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("put_off_at", _MOMENT, nullable=False),
    )


def downgrade() -> None:
    """Takes them away, with all that is in them."""
    for table in ("snooze", "digest_delivery", "digest_subscription"):
        op.drop_table(table)
