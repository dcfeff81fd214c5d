"""``conversations.*``: channels, their members and what was said in them."""

from __future__ import annotations

from dataclasses import replace

from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.web_api.call import Call, Method, Methods
from bot.playground.wire import channel_json, threaded_json
from bot.playground.workspace import BOT_USER, Channel, Message

WORDS = {"channel": "public_channel", "group": "private_channel", "im": "im"}
SCOPES = {"channel": "channels", "group": "groups", "im": "im"}


def list_(call: Call) -> JsonObject:
    """``conversations.list``."""
    types = (call.text("types") or "public_channel").split(",")
    if unknown := set(types) - {*WORDS.values(), "mpim"}:
        raise SlackError("invalid_types", [f"unknown type: {word}" for word in sorted(unknown)])
    for kind, word in WORDS.items():
        if word in types:
            call.needs(f"{SCOPES[kind]}:read")
    channels = [
        channel_json(channel, BOT_USER)
        for channel in call.slack.workspace.channels.values()
        if WORDS[channel.kind] in types
        and not (channel.is_archived and call.flag("exclude_archived"))
    ]
    return call.page(channels, "channels")


def info(call: Call) -> JsonObject:
    """``conversations.info``."""
    return {"channel": channel_json(_scoped(call, "read"), BOT_USER)}


def history(call: Call) -> JsonObject:
    """``conversations.history``: newest first, without replies and ephemeral messages."""
    channel = _read(call)
    shown = [m for m in _in_range(call, channel) if not m.is_reply]
    shown.reverse()
    answer = call.page([_message(call, m) for m in shown], "messages")
    has_more = bool(answer["response_metadata"]["next_cursor"])
    return answer | {"has_more": has_more, "pin_count": 0}


def replies(call: Call) -> JsonObject:
    """``conversations.replies``: the parent, then its replies, oldest first."""
    channel = _read(call)
    message = call.slack.workspace.message(channel.id, call.required("ts"))
    if message is None:
        raise SlackError("thread_not_found")
    root = message.thread_ts or message.ts
    thread = [m for m in _in_range(call, channel) if root in (m.ts, m.thread_ts)]
    answer = call.page([_message(call, m) for m in thread], "messages")
    return answer | {"has_more": bool(answer["response_metadata"]["next_cursor"])}


def open_(call: Call) -> JsonObject:
    """``conversations.open``: the direct conversation with one person."""
    users = call.text("users")
    if call.text("channel"):
        channel = call.channel()
    elif users in call.slack.workspace.users:
        channel = call.slack.workspace.direct_channel(users)
    else:
        raise SlackError("user_not_found" if users else "invalid_arguments")
    return {"channel": channel_json(channel, BOT_USER), "no_op": True, "already_open": True}


def members(call: Call) -> JsonObject:
    """``conversations.members``."""
    ids = sorted(_scoped(call, "read").members)
    answer = call.page([{"id": id_} for id_ in ids], "members")
    return answer | {"members": [member["id"] for member in answer["members"]]}


def join(call: Call) -> JsonObject:
    """``conversations.join``: the app enters a public channel."""
    channel = call.channel()
    if channel.kind != "channel":
        raise SlackError("method_not_supported_for_channel_type")
    joined = replace(channel, members=channel.members | {BOT_USER})
    return {"channel": channel_json(call.slack.workspace.add_channel(joined), BOT_USER)}


def _scoped(call: Call, right: str) -> Channel:
    channel = call.channel()
    call.needs(f"{SCOPES[channel.kind]}:{right}")
    return channel


def _read(call: Call) -> Channel:
    channel = _scoped(call, "history")
    if BOT_USER not in channel.members:
        raise SlackError("not_in_channel")
    return channel


def _in_range(call: Call, channel: Channel) -> list[Message]:
    oldest, latest = call.text("oldest") or "0", call.text("latest") or "9" * 10
    inclusive = call.flag("inclusive")
    return [
        message
        for message in call.slack.workspace.messages(channel.id)
        if not message.seen_by
        and (oldest < message.ts < latest or (inclusive and message.ts in (oldest, latest)))
    ]


def _message(call: Call, message: Message) -> JsonObject:
    written = threaded_json(call.slack.workspace, message)
    if not call.flag("include_all_metadata"):
        written.pop("metadata", None)
    return written


METHODS: Methods = {
    "conversations.list": Method(list_),
    "conversations.info": Method(info),
    "conversations.history": Method(history),
    "conversations.replies": Method(replies),
    "conversations.open": Method(open_, "im:write"),
    "conversations.members": Method(members),
    "conversations.join": Method(join, "channels:join"),
}
