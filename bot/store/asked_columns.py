"""A question as it stands in columns, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.slack.asked import Asked


def columns_of(asked: Asked) -> dict[str, object]:
    """The columns of a table that holds questions."""
    return {
        "text": asked.text,
        "before": list(asked.before),
        "scheme": asked.scheme,
        "from_channel": asked.from_channel,
    }


def asked_in(row: Mapping[Any, Any]) -> Asked:
    """Reads what :func:`columns_of` wrote."""
    return Asked(row["text"], row["scheme"], tuple(row["before"]), row["from_channel"])
