"""Where an answer belongs: in a thread, before one person's eyes, or in their own conversation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """With a ``response_url`` only the person sees the answer; without a thread it begins one."""

    user: str
    channel: str | None = None
    thread: str | None = None
    response_url: str | None = None

    @property
    def is_private(self) -> bool:
        """Whether nobody but the person reads what is said here."""
        return self.response_url is not None

    def to_metadata(self) -> str:
        """For the private metadata of a form."""
        return json.dumps({key: value for key, value in asdict(self).items() if value})

    @classmethod
    def from_metadata(cls, metadata: str, user: str) -> Place:
        """Reads what :meth:`to_metadata` wrote; the person's own conversation if there is none.

        Forms that carry more have it first in a list.
        """
        told = json.loads(metadata or "{}")
        place = json.loads(told[0]) if isinstance(told, list) else told
        return cls(**(place | {"user": user}))


def place_of(body: Body) -> Place:
    """Where what a person did in Slack is to be answered."""
    if "event" in body:
        return _of_event(body["event"])
    if "command" in body:
        return Place(body["user_id"], body.get("channel_id"), None, body.get("response_url"))
    user = body.get("user", {}).get("id", "")
    if body.get("type") in ("view_submission", "view_closed"):
        return Place.from_metadata(body["view"].get("private_metadata", ""), user)
    return _of_message(body, user)


def _of_event(event: Body) -> Place:
    spoken = event.get("message") or event
    thread = spoken.get("thread_ts") or spoken.get("ts") or spoken.get("event_ts")
    return Place(spoken.get("user", ""), event.get("channel"), thread)


def _of_message(body: Body, user: str) -> Place:
    """Of a click or a shortcut on a message; a click in a view is answered to the person."""
    container: Body = body.get("container") or {}
    message: Body = body.get("message") or {}
    channel = container.get("channel_id") or (body.get("channel") or {}).get("id")
    if container.get("is_ephemeral") or message.get("subtype") == "ephemeral":
        return Place(user, channel, None, body.get("response_url"))
    ts = message.get("thread_ts") or container.get("thread_ts") or message.get("ts")
    return Place(user, channel, ts or container.get("message_ts"))
