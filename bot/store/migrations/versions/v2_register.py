"""The register: organizations, certificates, what was said of them; calendar addresses."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "v2"
down_revision = "v1"

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the tables."""
    _make_certificates()
    _make_entries()
    _make_the_rest()


def _make_certificates() -> None:
    op.create_table(
        "organization",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False, unique=True),
        sa.Column("made_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "organization_short_name",
        sa.Column(
            "organization_id", sa.Integer(), sa.ForeignKey("organization.id"), primary_key=True
        ),
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("made_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "certificate",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "organization_id", sa.Integer(), sa.ForeignKey("organization.id"), nullable=False
        ),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("number_key", sa.String(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.UniqueConstraint("document", "number_key"),
    )
    op.create_index("ix_certificate_organization_id", "certificate", ["organization_id"])


def _make_entries() -> None:
    op.create_table(
        "certificate_particulars",
        *_key(),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("headcount", sa.Integer()),
        sa.Column("sites", sa.Integer()),
        sa.Column("risk", sa.String()),
        sa.Column("owner", sa.String(), nullable=False),
        *_said(),
    )
    op.create_table(
        "certificate_event",
        *_key(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("replaces", sa.Integer()),
        sa.Column("is_taken_back", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("severity", sa.String()),
        sa.Column("audit_type", sa.String()),
        sa.Column("answers", sa.Integer()),
        sa.Column("expires", sa.Date()),
        *_said(),
        sa.UniqueConstraint("certificate_id", "replaces"),
    )


def _key() -> tuple[sa.Column[int], ...]:
    return (
        sa.Column(
            "certificate_id", sa.Integer(), sa.ForeignKey("certificate.id"), primary_key=True
        ),
        sa.Column("entry", sa.Integer(), primary_key=True),
    )


def _said() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
    )


def _make_the_rest() -> None:
    revisions = op.create_table(
        "register_revision",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
    )
    op.bulk_insert(revisions, [{"id": 1, "number": 0}])
    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("secret_hash", sa.String(), nullable=False, unique=True),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("revoked_at", _MOMENT),
    )


def downgrade() -> None:
    """Takes them away, with all that is in them."""
    for table in (
        *("calendar_feed", "register_revision", "certificate_event", "certificate_particulars"),
        *("certificate", "organization_short_name", "organization"),
    ):
        op.drop_table(table)
