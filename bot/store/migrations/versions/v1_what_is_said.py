"""What is said: keys, threads, channels, questions, judgements, reviews, rulings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v1"
down_revision = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the tables."""
    _make_memory()
    _make_journal()
    _make_rulings()


def _make_memory() -> None:
    op.create_table(
        "seen_key",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("seen_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_seen_key_seen_at", "seen_key", ["seen_at"])
    op.create_table(
        "thread_turn",
        sa.Column("channel", sa.String(), primary_key=True),
        sa.Column("thread", sa.String(), primary_key=True),
        sa.Column("user", sa.String(), nullable=False),
        *_asked(),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("said_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_thread_turn_said_at", "thread_turn", ["said_at"])
    op.create_table(
        "channel_scheme",
        sa.Column("channel", sa.String(), primary_key=True),
        sa.Column("document", sa.String(), nullable=False),
    )


def _asked() -> tuple[sa.Column[str], ...]:
    return (
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("scheme", sa.String()),
        sa.Column("from_channel", sa.Boolean(), nullable=False),
    )


def _make_journal() -> None:
    op.create_table(
        "asked_question",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("channel", sa.String()),
        sa.Column("thread", sa.String()),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        *_asked(),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("cited", sa.JSON(), nullable=False),
        sa.Column("index_version", sa.String(), nullable=False),
    )
    for column in ("asked_at", "user", "kind"):
        op.create_index(f"ix_asked_question_{column}", "asked_question", [column])
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("question_id", sa.Integer(), sa.ForeignKey("asked_question.id")),
        sa.Column("judged_at", _MOMENT, nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_good", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.UniqueConstraint("question_id", "user"),
    )


def _make_rulings() -> None:
    op.create_table(
        "reviewed_question",
        sa.Column("document", sa.String(), primary_key=True),
        sa.Column("question", sa.Text(), primary_key=True),
        sa.Column("clause", sa.String()),
        sa.Column("reviewed_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "ruling",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("withdrawn_at", _MOMENT),
        sa.Column("withdrawn_by", sa.String()),
    )
    op.create_index("ix_ruling_clause", "ruling", ["clause"])


def downgrade() -> None:
    """Takes them away, with all that is in them."""
    for table in (
        *("ruling", "reviewed_question", "judgement", "asked_question"),
        *("channel_scheme", "thread_turn", "seen_key"),
    ):
        op.drop_table(table)
