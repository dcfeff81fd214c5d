"""What a page shows to one person, as JSON."""

from __future__ import annotations

from bot.playground.core import Slack
from bot.playground.json_object import JsonObject
from bot.playground.wire import threaded_json
from bot.playground.workspace import BOT_USER, Change, Channel, Message


def snapshot(slack: Slack, user: str) -> JsonObject:
    """Everything that this person can see now."""
    channels = [c for c in slack.workspace.channels.values() if user in c.members]
    return {
        "team": slack.workspace.team_name,
        "user": user,
        "bot": BOT_USER,
        "connected": connected(slack),
        "users": [_user(slack, id_) for id_ in slack.workspace.users],
        "channels": [_channel(channel) for channel in channels],
        "messages": {
            channel.id: [
                message_json(slack, message)
                for message in slack.workspace.messages(channel.id)
                if message.seen_by in (None, user)
            ]
            for channel in channels
        },
        "commands": [
            {"command": c.command, "description": c.description, "hint": c.usage_hint}
            for c in slack.manifest.commands or ()
        ],
        "shortcuts": [
            {"callback_id": s.callback_id, "name": s.name, "message": s.is_message}
            for s in slack.manifest.shortcuts or ()
        ],
        "has_assistant": slack.manifest.has_assistant,
        "has_home": slack.manifest.has_home,
        "assistant": slack.assistant_threads,
        **views(slack, user),
    }


def message_json(slack: Slack, message: Message) -> JsonObject:
    """A message with the facts that only the page needs."""
    facts = {"channel": message.channel, "ephemeral": message.seen_by is not None}
    return threaded_json(slack.workspace, message) | facts


def views(slack: Slack, user: str) -> JsonObject:
    """The person's open modals and home tab."""
    home = slack.views.home(user)
    return {
        "modals": [view.json() for view in slack.views.stack(user)],
        "home": home.json() if home else None,
    }


def connected(slack: Slack) -> bool:
    """Whether the app can be reached, as far as Slack knows."""
    return slack.http is not None or slack.socket.connected > 0


def change_json(slack: Slack, user: str, change: Change) -> JsonObject | None:
    """A change as this person's page gets it; nothing where it is not theirs to see."""
    if change.only_for not in (None, user) or not _may_see(slack, user, change):
        return None
    shown: JsonObject = {"kind": change.kind, **change.data}
    if change.kind == "message":
        message = slack.workspace.message(change.data["channel"], change.data["ts"])
        if message is None:
            return None
        shown["message"] = message_json(slack, message)
        shown["root"] = _root(slack, message)
    elif change.kind == "views":
        shown |= views(slack, user)
    elif change.kind == "assistant":
        shown["thread"] = slack.assistant_threads[change.data["ts"]]
    elif change.kind == "connection":
        shown["connected"] = connected(slack)
    elif change.kind == "channels":
        shown["snapshot"] = snapshot(slack, user)
    return shown


def _may_see(slack: Slack, user: str, change: Change) -> bool:
    channel = slack.workspace.channels.get(change.data.get("channel", ""))
    return channel is None or user in channel.members


def _root(slack: Slack, message: Message) -> JsonObject | None:
    if not message.is_reply:
        return None
    root = slack.workspace.message(message.channel, message.thread_ts or "")
    return message_json(slack, root) if root else None


def _user(slack: Slack, user_id: str) -> JsonObject:
    user = slack.workspace.users[user_id]
    return {"id": user.id, "name": user.name, "role": user.role, "is_bot": user.is_bot}


def _channel(channel: Channel) -> JsonObject:
    return {
        "id": channel.id,
        "name": channel.name,
        "topic": channel.topic,
        "person": channel.person,
        "members": len(channel.members),
    }
