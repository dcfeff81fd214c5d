"""The tables. A change here needs a migration, and a test compares the two."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, Table, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.store.column_types import Moment, Words


class SeenKeyRow(SQLModel, table=True):
    """A key of an event that one of the processes has taken."""

    __tablename__ = "seen_key"

    key: str = Field(primary_key=True)
    seen_at: datetime = Field(sa_type=Moment, index=True)


class ThreadTurnRow(SQLModel, table=True):
    """What a person asked last in a thread."""

    __tablename__ = "thread_turn"

    channel: str = Field(primary_key=True)
    thread: str = Field(primary_key=True)
    user: str
    text: str = Field(sa_type=Words)
    before: list[str] = Field(sa_type=JSON)
    scheme: str | None = None
    from_channel: bool
    is_open: bool
    said_at: datetime = Field(sa_type=Moment, index=True)


class ChannelSchemeRow(SQLModel, table=True):
    """The scheme that a channel is about."""

    __tablename__ = "channel_scheme"

    channel: str = Field(primary_key=True)
    document: str


class AskedQuestionRow(SQLModel, table=True):
    """A question with its outcome; ``cited`` are pairs of document and clause, best first."""

    __tablename__ = "asked_question"

    id: int | None = Field(default=None, primary_key=True)
    asked_at: datetime = Field(sa_type=Moment, index=True)
    user: str = Field(index=True)
    channel: str | None = None
    thread: str | None = None
    is_private: bool
    text: str = Field(sa_type=Words)
    before: list[str] = Field(sa_type=JSON)
    scheme: str | None = None
    from_channel: bool
    kind: str = Field(index=True)
    cited: list[list[str]] = Field(sa_type=JSON)
    index_version: str


class JudgementRow(SQLModel, table=True):
    """What a person thinks of an answer; who judges again has changed their mind.

    ``question_id`` is empty where the answer is older than the journal.
    """

    __tablename__ = "judgement"
    __table_args__ = (UniqueConstraint("question_id", "user"),)

    id: int | None = Field(default=None, primary_key=True)
    question_id: int | None = Field(default=None, foreign_key="asked_question.id")
    judged_at: datetime = Field(sa_type=Moment)
    user: str
    text: str = Field(sa_type=Words)
    is_good: bool
    reason: str
    words: str = Field(sa_type=Words)


class ReviewedQuestionRow(SQLModel, table=True):
    """A question that somebody took into the question bank under a clause, or passed over.

    ``question`` is written as ``knowledge.question_bank.plain`` writes it.
    """

    __tablename__ = "reviewed_question"

    document: str = Field(primary_key=True)
    question: str = Field(primary_key=True, sa_type=Words)
    clause: str | None = None
    reviewed_at: datetime = Field(sa_type=Moment)


class RulingRow(SQLModel, table=True):
    """A ruling (核定) on a clause as it read when it was made."""

    __tablename__ = "ruling"

    id: int | None = Field(default=None, primary_key=True)
    document: str
    clause: str = Field(index=True)
    text_hash: str
    words: str = Field(sa_type=Words)
    question: str = Field(sa_type=Words)
    user: str
    name: str
    made_on: date
    made_at: datetime = Field(sa_type=Moment)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Moment)
    withdrawn_by: str | None = None


class OrganizationRow(SQLModel, table=True):
    """A client; ``name_key`` is its name without width, case and spaces."""

    __tablename__ = "organization"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(unique=True)
    made_at: datetime = Field(sa_type=Moment)


class OrganizationShortNameRow(SQLModel, table=True):
    """What staff call a client."""

    __tablename__ = "organization_short_name"

    organization_id: int = Field(primary_key=True, foreign_key="organization.id")
    name: str = Field(primary_key=True)
    made_at: datetime = Field(sa_type=Moment)


class CertificateRow(SQLModel, table=True):
    """A certificate; what is said of it is in its particulars and events, which are only added.

    ``document`` and ``number_key`` are the present ones, so that no two certificates have one
    number. ``entries`` counts all that was ever entered about it and gives the next its number.
    """

    __tablename__ = "certificate"
    __table_args__ = (UniqueConstraint("document", "number_key"),)

    id: int | None = Field(default=None, primary_key=True)
    organization_id: int = Field(foreign_key="organization.id", index=True)
    document: str
    number_key: str
    entries: int
    made_at: datetime = Field(sa_type=Moment)


class CertificateParticularsRow(SQLModel, table=True):
    """The particulars as somebody gave them; those with the highest entry count."""

    __tablename__ = "certificate_particulars"

    certificate_id: int = Field(primary_key=True, foreign_key="certificate.id")
    entry: int = Field(primary_key=True)
    document: str
    number: str
    headcount: int | None = None
    sites: int | None = None
    risk: str | None = None
    owner: str
    note: str = Field(sa_type=Words)
    author: str
    recorded_at: datetime = Field(sa_type=Moment)


class CertificateEventRow(SQLModel, table=True):
    """An event as somebody told it.

    ``number`` is the entry that told of it first and stays when another entry replaces that one.
    """

    __tablename__ = "certificate_event"
    __table_args__ = (UniqueConstraint("certificate_id", "replaces"),)

    certificate_id: int = Field(primary_key=True, foreign_key="certificate.id")
    entry: int = Field(primary_key=True)
    number: int
    replaces: int | None = None
    is_taken_back: bool
    kind: str
    day: date
    severity: str | None = None
    audit_type: str | None = None
    answers: int | None = None
    expires: date | None = None
    note: str = Field(sa_type=Words)
    author: str
    recorded_at: datetime = Field(sa_type=Moment)


class RegisterRevisionRow(SQLModel, table=True):
    """One row with the number of changes to the register so far."""

    __tablename__ = "register_revision"

    id: int = Field(primary_key=True)
    number: int


class CalendarFeedRow(SQLModel, table=True):
    """A secret address of the calendar; only the hash of its secret is kept.

    ``owner`` limits it to the certificates of one person; empty for all.
    """

    __tablename__ = "calendar_feed"

    id: int | None = Field(default=None, primary_key=True)
    secret_hash: str = Field(unique=True)
    owner: str
    made_at: datetime = Field(sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)


def table_of(rows: type[SQLModel]) -> Table:
    """The table of these rows, for statements that need no objects."""
    return rows.metadata.tables[str(rows.__tablename__)]
