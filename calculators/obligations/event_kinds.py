"""The kinds of events and what a certificate is after them, read from ``event_kinds.toml``."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import Field

from calculators.rulebook import RULEBOOKS, Rows, Strict

_FILE = RULEBOOKS / "event_kinds.toml"


class Status(StrEnum):
    """What a certificate is (证书状态)."""

    NONE = "none"
    VALID = "valid"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """What staff read."""
        return _LABELS[self]


_LABELS = {
    Status.NONE: "未发证",
    Status.VALID: "有效",
    Status.SUSPENDED: "暂停",
    Status.EXPIRED: "已到期",
    Status.WITHDRAWN: "撤销",
    Status.CANCELLED: "注销",
}


class Detail(StrEnum):
    """What is asked of an event besides its day."""

    SEVERITY = "severity"
    AUDIT_TYPE = "audit_type"
    ANSWERS = "answers"
    EXPIRES = "expires"


class EventKind(Strict):
    """A kind of event.

    ``triggers`` names the events that deadlines count from and whose day this one is, ``status``
    what the certificate is from that day on.
    """

    name: str
    label: str
    aliases: Rows[str] = ()
    triggers: Rows[str] = ()
    details: Rows[Annotated[Detail, Field(strict=False)]] = ()
    status: Annotated[Status, Field(strict=False)] | None = None


@cache
def event_kinds() -> dict[str, EventKind]:
    """All kinds by name, in the order in which staff are offered them."""
    data = tomllib.loads(_FILE.read_text("utf-8"))
    return {name: EventKind.model_validate({"name": name, **entry}) for name, entry in data.items()}
