"""``reactions.*``: the app's own reactions to messages."""

from __future__ import annotations

import re

from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.web_api.call import Call, Method, Methods
from bot.playground.workspace import BOT_USER, Message

NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def add(call: Call) -> JsonObject:
    """``reactions.add``."""
    message, name = _target(call)
    users = message.reactions.get(name, ())
    if BOT_USER in users:
        raise SlackError("already_reacted")
    return _set(call, message, name, (*users, BOT_USER), "reaction_added")


def remove(call: Call) -> JsonObject:
    """``reactions.remove``."""
    message, name = _target(call)
    users = message.reactions.get(name, ())
    if BOT_USER not in users:
        raise SlackError("no_reaction")
    others = tuple(user for user in users if user != BOT_USER)
    return _set(call, message, name, others, "reaction_removed")


def _target(call: Call) -> tuple[Message, str]:
    name = call.required("name").strip(":")
    if not NAME.fullmatch(name):
        raise SlackError("invalid_name")
    return call.message(call.own_channel(), "timestamp"), name


def _set(call: Call, message: Message, name: str, users: tuple[str, ...], kind: str) -> JsonObject:
    reactions = {**message.reactions, name: users}
    changed = call.slack.workspace.replace(message, reactions=reactions)
    call.slack.events.reacted(changed, BOT_USER, name, kind)
    return {}


METHODS: Methods = {
    "reactions.add": Method(add, "reactions:write"),
    "reactions.remove": Method(remove, "reactions:write"),
}
