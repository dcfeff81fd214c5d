"""``chat.*``: posting, editing and deleting messages."""

from __future__ import annotations

from bot.playground import posting
from bot.playground.content import Content
from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.web_api.call import Call, Method, Methods
from bot.playground.wire import message_json
from bot.playground.workspace import BOT_ID, Channel, Message

UPDATE_TEXT_LIMIT = 4000


def post_message(call: Call) -> JsonObject:
    """``chat.postMessage``."""
    channel = call.own_channel()
    content = Content.parse(call.arguments)
    message = posting.post(call.slack, channel.id, content, call.text("thread_ts") or None)
    return {"channel": channel.id, "ts": message.ts, "message": message_json(message)}


def post_ephemeral(call: Call) -> JsonObject:
    """``chat.postEphemeral``."""
    channel = call.own_channel()
    user = call.user()
    if user.id not in channel.members:
        raise SlackError("user_not_in_channel")
    content = Content.parse(call.arguments)
    thread_ts = call.text("thread_ts") or None
    message = posting.post_ephemeral(call.slack, channel.id, user.id, content, thread_ts)
    return {"message_ts": message.ts}


def update(call: Call) -> JsonObject:
    """``chat.update``."""
    channel = call.channel()
    message = _own(call, channel, "cant_update_message")
    changed = posting.update(call.slack, message, Content.parse(call.arguments, UPDATE_TEXT_LIMIT))
    return {
        "channel": channel.id,
        "ts": changed.ts,
        "text": changed.text,
        "message": message_json(changed),
    }


def delete(call: Call) -> JsonObject:
    """``chat.delete``."""
    channel = call.channel()
    message = _own(call, channel, "cant_delete_message")
    posting.delete(call.slack, message)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(call: Call) -> JsonObject:
    """``chat.getPermalink``."""
    channel = call.channel()
    message = call.message(channel, "message_ts")
    anchor = f"{channel.id}/p{message.ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": f"{call.slack.address}/archives/{anchor}"}


def _own(call: Call, channel: Channel, refusal: str) -> Message:
    message = call.message(channel)
    if message.bot_id != BOT_ID:
        raise SlackError(refusal)
    return message


METHODS: Methods = {
    "chat.postMessage": Method(post_message, "chat:write"),
    "chat.postEphemeral": Method(post_ephemeral, "chat:write"),
    "chat.update": Method(update, "chat:write"),
    "chat.delete": Method(delete, "chat:write"),
    "chat.getPermalink": Method(get_permalink),
}
