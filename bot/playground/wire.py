"""How Slack writes users, channels and messages in JSON."""

from __future__ import annotations

from bot.playground.json_object import JsonObject
from bot.playground.workspace import (
    APP_ID,
    BOT_ID,
    TEAM_ID,
    Channel,
    Message,
    User,
    Workspace,
)

CREATED = 1_700_000_000


def user_json(user: User) -> JsonObject:
    """A user as ``users.info`` gives it."""
    profile: JsonObject = {
        "real_name": user.name,
        "display_name": user.name,
        "title": user.role,
        "team": user.team,
    }
    if user.is_bot:
        profile |= {"bot_id": BOT_ID, "api_app_id": APP_ID}
    return {
        "id": user.id,
        "team_id": user.team,
        "name": user.name.lower(),
        "real_name": user.name,
        "deleted": False,
        "is_bot": user.is_bot,
        "is_admin": False,
        "tz": "Asia/Shanghai",
        "tz_label": "China Standard Time",
        "tz_offset": 28800,
        "updated": CREATED,
        "profile": profile,
    }


def channel_json(channel: Channel, reader: str) -> JsonObject:
    """A channel as ``conversations.info`` gives it to ``reader``."""
    common: JsonObject = {
        "id": channel.id,
        "created": CREATED,
        "is_archived": channel.is_archived,
        "is_im": channel.is_direct,
        "is_mpim": False,
        "context_team_id": TEAM_ID,
    }
    if channel.is_direct:
        return common | {"user": channel.person, "is_open": True}
    return common | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_private": channel.is_private,
        "is_general": False,
        "is_ext_shared": channel.is_shared,
        "is_member": reader in channel.members,
        "num_members": len(channel.members),
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def message_json(message: Message) -> JsonObject:
    """A message as ``conversations.history`` gives it, without what its thread adds."""
    optional: JsonObject = {
        "subtype": message.subtype,
        "bot_id": message.bot_id,
        "app_id": APP_ID if message.bot_id else None,
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "thread_ts": message.thread_ts,
        "metadata": message.metadata,
        "files": list(message.files),
        "edited": message.edited,
        "reactions": _reactions_json(message),
    }
    written: JsonObject = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": TEAM_ID,
    }
    written |= {name: value for name, value in optional.items() if value}
    return written | dict(message.extra)


def threaded_json(workspace: Workspace, message: Message) -> JsonObject:
    """A message with the facts of its thread: how many replies, by whom, the last one."""
    written = message_json(message)
    replies = workspace.replies(message.channel, message.ts)
    if replies:
        users = list(dict.fromkeys(reply.user for reply in replies))
        written |= {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users": users,
            "reply_users_count": len(users),
            "latest_reply": replies[-1].ts,
        }
    parent = workspace.message(message.channel, message.thread_ts or "")
    if message.is_reply and parent:
        written["parent_user_id"] = parent.user
    return written


def escaped(text: str) -> str:
    """Text that a person typed, with Slack's three control characters escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _reactions_json(message: Message) -> list[JsonObject]:
    return [
        {"name": name, "users": list(users), "count": len(users)}
        for name, users in message.reactions.items()
        if users
    ]
