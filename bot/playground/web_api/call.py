"""One Web API call on its way to its method, and the table that says which methods exist."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.playground.core import Slack
from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.workspace import BOT_USER, Channel, Message, User

DEFAULT_PAGE = 100
LARGEST_PAGE = 1000


@dataclass(frozen=True)
class Call:
    """The arguments of a call, read with Slack's refusals."""

    slack: Slack
    arguments: JsonObject

    def text(self, name: str) -> str:
        """A string argument; empty where it is missing."""
        value = self.arguments.get(name)
        return "" if value is None else str(value)

    def required(self, name: str) -> str:
        """A string argument that must be there."""
        value = self.text(name)
        if not value:
            raise SlackError("invalid_arguments", [f"missing required field: {name}"])
        return value

    def flag(self, name: str) -> bool:
        """A boolean argument in any of the spellings that Slack takes."""
        return self.text(name).lower() in ("1", "true")

    def parsed(self, name: str) -> Any:
        """An argument that is JSON, also where it came as a string."""
        value = self.arguments.get(name)
        if not isinstance(value, str) or not value:
            return value
        try:
            return json.loads(value)
        except ValueError as error:
            raise SlackError("invalid_arguments", [f"{name} must be valid JSON"]) from error

    def channel(self, name: str = "channel") -> Channel:
        """The channel that an argument names; also a missing one is ``channel_not_found``."""
        channel = self.slack.workspace.find_channel(self.text(name))
        if channel is None:
            raise SlackError("channel_not_found")
        return channel

    def own_channel(self, name: str = "channel") -> Channel:
        """A channel that the app is in and may write to."""
        channel = self.channel(name)
        if channel.is_archived:
            raise SlackError("is_archived")
        if BOT_USER not in channel.members:
            raise SlackError("not_in_channel")
        return channel

    def needs(self, scope: str) -> None:
        """Refuses the call where the app's bot token lacks this scope."""
        manifest = self.slack.manifest
        if not manifest.grants(scope):
            provided = ",".join(sorted(manifest.scopes or ()))
            raise SlackError("missing_scope", needed=scope, provided=provided)

    def user(self, name: str = "user") -> User:
        """The user that an argument names by id."""
        user = self.slack.workspace.users.get(self.text(name))
        if user is None:
            raise SlackError("user_not_found")
        return user

    def message(self, channel: Channel, name: str = "ts") -> Message:
        """The message that everybody sees with the time stamp in this argument."""
        message = self.slack.workspace.message(channel.id, self.text(name))
        if message is None or message.seen_by:
            raise SlackError("message_not_found")
        return message

    def page(self, items: list[JsonObject], key: str) -> JsonObject:
        """One page of a list, with the cursor of the next."""
        limit = self.text("limit") or str(DEFAULT_PAGE)
        if not limit.isdigit() or int(limit) > LARGEST_PAGE:
            raise SlackError("invalid_limit")
        start = self._offset()
        end = start + (int(limit) or DEFAULT_PAGE)
        cursor = f"offset:{end}" if end < len(items) else ""
        metadata = {"next_cursor": cursor}
        return {key: items[start:end], "response_metadata": metadata}

    def _offset(self) -> int:
        cursor = self.text("cursor")
        if not cursor:
            return 0
        word, _, number = cursor.partition(":")
        if word != "offset" or not number.isdigit():
            raise SlackError("invalid_cursor")
        return int(number)


@dataclass(frozen=True)
class Method:
    """A Web API method: what it does, which scope it needs, which kind of token."""

    run: Callable[[Call], JsonObject]
    scope: str = ""
    token: str = "bot"


Methods = dict[str, Method]
