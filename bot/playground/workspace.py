"""The workspace: who is in it, which channels it has, and every message in them.

Holds facts and nothing else: no HTTP, no events. Used only on the stand-in's own thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.playground.json_object import JsonObject

TEAM_ID = "T0CLAUSEBOT"
APP_ID = "A0CLAUSEBOT"
BOT_ID = "B0CLAUSEBOT"
BOT_USER = "U0CLAUSEBOT"
SLACKBOT = "USLACKBOT"
MICROSECONDS = 1_000_000


@dataclass(frozen=True)
class User:
    """A person or a bot; ``role`` is what the page shows beside the name.

    Who is of another ``team`` sees channels that are shared with it.
    """

    id: str
    name: str
    role: str = ""
    is_bot: bool = False
    team: str = TEAM_ID


@dataclass(frozen=True)
class Channel:
    """A channel, or a direct conversation between one person and the app."""

    id: str
    name: str
    members: frozenset[str]
    person: str | None = None
    topic: str = ""
    is_private: bool = False
    is_archived: bool = False
    is_shared: bool = False

    @property
    def is_direct(self) -> bool:
        """Whether this is a direct conversation with the app."""
        return self.person is not None

    @property
    def kind(self) -> str:
        """What events call ``channel_type``."""
        if self.is_direct:
            return "im"
        return "group" if self.is_private else "channel"


@dataclass(frozen=True)
class Message:
    """A message; ``seen_by`` is the only person who sees it where it is ephemeral."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: tuple[JsonObject, ...] = ()
    attachments: tuple[JsonObject, ...] = ()
    thread_ts: str | None = None
    bot_id: str | None = None
    subtype: str | None = None
    metadata: JsonObject | None = None
    files: tuple[JsonObject, ...] = ()
    edited: JsonObject | None = None
    reactions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seen_by: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_reply(self) -> bool:
        """Whether the message hangs under another."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(frozen=True)
class UserGroup:
    """A group of people that can be mentioned together."""

    handle: str
    users: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """Something that an open page has to show; ``only_for`` names the one person who may see it."""

    kind: str
    data: JsonObject
    only_for: str | None = None


class Workspace:
    """All users, channels and messages of one workspace."""

    def __init__(self, users: Iterable[User], channels: Iterable[Channel]) -> None:
        self.team_name = "认证中心"
        self.users = {user.id: user for user in users}
        self.channels = {channel.id: channel for channel in channels}
        self.groups: dict[str, UserGroup] = {}
        self.on_change: list[Callable[[Change], None]] = []
        self._messages: dict[str, dict[str, Message]] = {id_: {} for id_ in self.channels}
        self._threads: dict[tuple[str, str], dict[str, None]] = {}
        self._last_ts = 0

    def next_ts(self) -> str:
        """A time stamp that no message of this workspace has yet."""
        self._last_ts = max(int(time.time() * MICROSECONDS), self._last_ts + 1)
        return f"{self._last_ts // MICROSECONDS}.{self._last_ts % MICROSECONDS:06d}"

    def add_channel(self, channel: Channel) -> Channel:
        """Adds a channel, or replaces the one with its id."""
        self.channels[channel.id] = channel
        self._messages.setdefault(channel.id, {})
        self.tell(Change("channels", {}))
        return channel

    def direct_channel(self, user: str) -> Channel:
        """The conversation between this person and the app; opened where there is none yet."""
        for channel in self.channels.values():
            if channel.person == user:
                return channel
        return self.add_channel(
            Channel(f"D{user[1:]}", "", frozenset({user, BOT_USER}), person=user)
        )

    def find_channel(self, name_or_id: str) -> Channel | None:
        """The channel with this id or (#)name, or the conversation with this person."""
        if name_or_id in self.channels:
            return self.channels[name_or_id]
        if name_or_id in self.users and not self.users[name_or_id].is_bot:
            return self.direct_channel(name_or_id)
        name = name_or_id.removeprefix("#")
        return next((c for c in self.channels.values() if c.name == name and name), None)

    def find_user(self, name_or_id: str) -> User | None:
        """The user with this id or this name."""
        if name_or_id in self.users:
            return self.users[name_or_id]
        return next((user for user in self.users.values() if user.name == name_or_id), None)

    def messages(self, channel: str) -> list[Message]:
        """Every message of the channel, replies and ephemeral ones included, oldest first."""
        return list(self._messages[channel].values())

    def message(self, channel: str, ts: str) -> Message | None:
        """The message with this time stamp, if it still exists."""
        return self._messages.get(channel, {}).get(ts)

    def replies(self, channel: str, ts: str) -> list[Message]:
        """The replies under a message that everybody sees, oldest first."""
        found = [self._messages[channel][reply] for reply in self._threads.get((channel, ts), ())]
        return [message for message in found if not message.seen_by]

    def add(self, message: Message) -> Message:
        """Stores a new message."""
        self._messages[message.channel][message.ts] = message
        if message.is_reply:
            thread = (message.channel, message.thread_ts or "")
            self._threads.setdefault(thread, {})[message.ts] = None
        self._tell_message(message)
        return message

    def replace(self, message: Message, **changes: Any) -> Message:
        """Stores the message with these fields changed."""
        return self.add(replace(message, **changes))

    def remove(self, message: Message) -> None:
        """Deletes the message; one with replies leaves a tombstone, as in Slack."""
        if self.replies(message.channel, message.ts):
            self.add(
                Message(
                    message.channel, message.ts, SLACKBOT, "此消息已删除。", subtype="tombstone"
                )
            )
            return
        del self._messages[message.channel][message.ts]
        self._threads.get((message.channel, message.thread_ts or ""), {}).pop(message.ts, None)
        data = {"channel": message.channel, "ts": message.ts}
        self.tell(Change("removed", data, message.seen_by))

    def tell(self, change: Change) -> None:
        """Tells every listener about a change."""
        for listener in list(self.on_change):
            listener(change)

    def _tell_message(self, message: Message) -> None:
        data = {"channel": message.channel, "ts": message.ts}
        self.tell(Change("message", data, message.seen_by))


def example_workspace() -> Workspace:
    """Three people, two channels and the app: what the playground opens with."""
    people = (
        User("U0XIAOWANG", "小王", "市场部"),
        User("U0LIGONG", "李工", "审核部"),
        User("U0ZHANGZONG", "张总", "技术部"),
    )
    bots = (
        User(BOT_USER, "ClauseBot", "条文助手", is_bot=True),
        User(SLACKBOT, "Slackbot", "", is_bot=True),
    )
    everyone = frozenset(user.id for user in people) | {BOT_USER}
    channels = [
        Channel("C0AUDITPLAN", "审核计划", everyone, topic="本月审核安排与到期提醒"),
        Channel("C0MARKETING", "市场部", everyone, topic="报价、合同与客户问题"),
    ]
    workspace = Workspace((*people, *bots), channels)
    workspace.groups["S0TECHNICAL"] = UserGroup("技术部", ("U0ZHANGZONG",))
    for user in people:
        workspace.direct_channel(user.id)
    return workspace
