"""``users.*`` and ``usergroups.*``: people and groups of people."""

from __future__ import annotations

from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.web_api.call import Call, Method, Methods
from bot.playground.wire import channel_json, user_json
from bot.playground.workspace import BOT_USER


def info(call: Call) -> JsonObject:
    """``users.info``."""
    return {"user": user_json(call.user())}


def list_(call: Call) -> JsonObject:
    """``users.list``."""
    return call.page([user_json(u) for u in call.slack.workspace.users.values()], "members")


def conversations(call: Call) -> JsonObject:
    """``users.conversations``: the channels that the app is in."""
    channels = [
        channel_json(channel, BOT_USER)
        for channel in call.slack.workspace.channels.values()
        if BOT_USER in channel.members and not channel.is_direct
    ]
    return call.page(channels, "channels")


def groups(call: Call) -> JsonObject:
    """``usergroups.list``."""
    written = [
        {"id": id_, "handle": group.handle, "name": group.handle, "user_count": len(group.users)}
        for id_, group in call.slack.workspace.groups.items()
    ]
    return {"usergroups": written}


def group_users(call: Call) -> JsonObject:
    """``usergroups.users.list``."""
    group = call.slack.workspace.groups.get(call.required("usergroup"))
    if group is None:
        raise SlackError("no_such_subteam")
    return {"users": list(group.users)}


METHODS: Methods = {
    "users.info": Method(info, "users:read"),
    "users.list": Method(list_, "users:read"),
    "users.conversations": Method(conversations, "channels:read"),
    "usergroups.list": Method(groups, "usergroups:read"),
    "usergroups.users.list": Method(group_users, "usergroups:read"),
}
