"""The tables of the daily digest: what channels want, and what they got."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from bot.store.column_types import Moment, Words


class DigestSubscriptionRow(SQLModel, table=True):
    """One change of a channel's digest; the last one counts. No ``wishes``: it was turned off."""

    __tablename__ = "digest_subscription"

    id: int | None = Field(default=None, primary_key=True)
    channel: str = Field(index=True)
    wishes: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    author: str
    changed_at: datetime = Field(sa_type=Moment)


class DigestDeliveryRow(SQLModel, table=True):
    """The digest of one channel and day; ``pages`` and ``posted`` say how far it got."""

    __tablename__ = "digest_delivery"

    channel: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    state: str = Field(index=True)
    holder: str | None = None
    held_until: datetime | None = Field(default=None, sa_type=Moment)
    first_tried_at: datetime | None = Field(default=None, sa_type=Moment)
    try_again_at: datetime | None = Field(default=None, sa_type=Moment)
    pages: list[dict[str, Any]] = Field(sa_type=JSON)
    posted: list[str] = Field(sa_type=JSON)
    trouble: str = Field(default="", sa_type=Words)
    finished_at: datetime | None = Field(default=None, sa_type=Moment)


class SnoozeRow(SQLModel, table=True):
    """A reminder that somebody put off; the last row of an obligation counts."""

    __tablename__ = "snooze"

    id: int | None = Field(default=None, primary_key=True)
    certificate: int
    obligation: str
    until: date
    author: str
    put_off_at: datetime = Field(sa_type=Moment)
