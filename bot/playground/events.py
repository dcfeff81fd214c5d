"""Events of the Events API: built when something happens, sent where the app subscribes."""

from __future__ import annotations

import secrets
import time

from bot.playground.delivery import Courier
from bot.playground.json_object import JsonObject
from bot.playground.manifest import AppManifest
from bot.playground.wire import message_json, threaded_json
from bot.playground.workspace import (
    APP_ID,
    BOT_USER,
    TEAM_ID,
    Channel,
    Message,
    Workspace,
)

SUBSCRIPTION = {"channel": "message.channels", "group": "message.groups", "im": "message.im"}


class EventFeed:
    """Turns what happens in the workspace into events for the app."""

    def __init__(self, workspace: Workspace, manifest: AppManifest, courier: Courier) -> None:
        self._workspace = workspace
        self._manifest = manifest
        self._courier = courier
        self.sent: list[JsonObject] = []

    def posted(self, message: Message) -> None:
        """A message was posted: ``message``, and ``app_mention`` where it names the app."""
        channel = self._workspace.channels[message.channel]
        event = threaded_json(self._workspace, message) | {
            "channel": channel.id,
            "event_ts": message.ts,
        }
        if f"<@{BOT_USER}>" in message.text and not message.bot_id and not channel.is_direct:
            self._send(channel, "app_mention", event | {"type": "app_mention"})
        self._send_message(channel, event)

    def changed(self, before: Message, after: Message) -> None:
        """A message was edited: ``message_changed`` with both versions."""
        self._send_subtype(
            after,
            "message_changed",
            {"message": message_json(after), "previous_message": message_json(before)},
        )

    def deleted(self, message: Message) -> None:
        """A message was deleted: ``message_deleted`` with what it was."""
        self._send_subtype(
            message,
            "message_deleted",
            {"deleted_ts": message.ts, "previous_message": message_json(message)},
        )

    def reacted(self, message: Message, user: str, name: str, kind: str) -> None:
        """A reaction was added or removed (``kind`` is the event's type)."""
        item = {"type": "message", "channel": message.channel, "ts": message.ts}
        event = {
            "type": kind,
            "user": user,
            "reaction": name,
            "item_user": message.user,
            "item": item,
            "event_ts": self._workspace.next_ts(),
        }
        self._send(self._workspace.channels[message.channel], kind, event)

    def file_shared(self, channel: str, user: str, file_id: str) -> None:
        """A file was shared in a channel."""
        event = {
            "type": "file_shared",
            "channel_id": channel,
            "file_id": file_id,
            "user_id": user,
            "file": {"id": file_id},
            "event_ts": self._workspace.next_ts(),
        }
        self._send(self._workspace.channels[channel], "file_shared", event)

    def home_opened(self, user: str, tab: str, view: JsonObject | None) -> None:
        """A person opened the app's home or message tab."""
        channel = self._workspace.direct_channel(user)
        event: JsonObject = {
            "type": "app_home_opened",
            "user": user,
            "channel": channel.id,
            "tab": tab,
            "event_ts": self._workspace.next_ts(),
        }
        self._send(channel, "app_home_opened", event | ({"view": view} if view else {}))

    def assistant_started(self, user: str, thread_ts: str, context: JsonObject) -> None:
        """A person opened a new thread with the assistant."""
        channel = self._workspace.direct_channel(user)
        thread = {
            "user_id": user,
            "context": context,
            "channel_id": channel.id,
            "thread_ts": thread_ts,
        }
        event = {
            "type": "assistant_thread_started",
            "assistant_thread": thread,
            "event_ts": self._workspace.next_ts(),
        }
        self._send(channel, "assistant_thread_started", event)

    def redeliver(self, payload: JsonObject) -> None:
        """Sends an event again under its old id, as Slack does after a time-out."""
        self._courier.event(payload, attempt=1, reason="timeout")

    def _send_subtype(self, message: Message, subtype: str, facts: JsonObject) -> None:
        channel = self._workspace.channels[message.channel]
        event = {
            "type": "message",
            "subtype": subtype,
            "hidden": True,
            "channel": message.channel,
            "ts": self._workspace.next_ts(),
            **facts,
        }
        self._send_message(channel, event | {"event_ts": event["ts"]})

    def _send_message(self, channel: Channel, event: JsonObject) -> None:
        self._send(channel, SUBSCRIPTION[channel.kind], event | {"channel_type": channel.kind})

    def _send(self, channel: Channel, subscription: str, event: JsonObject) -> None:
        if BOT_USER in channel.members and self._manifest.subscribes(subscription):
            payload = _callback(event)
            self.sent.append(payload)
            self._courier.event(payload)


def _callback(event: JsonObject) -> JsonObject:
    authorization = {
        "enterprise_id": None,
        "team_id": TEAM_ID,
        "user_id": BOT_USER,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": "unused",
        "team_id": TEAM_ID,
        "api_app_id": APP_ID,
        "context_team_id": TEAM_ID,
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{secrets.token_hex(5).upper()}",
        "event_time": int(time.time()),
        "authorizations": [authorization],
        "is_ext_shared_channel": False,
        "event_context": f"4-{secrets.token_hex(8)}",
    }
