"""The payloads of commands, buttons, forms and shortcuts, as Slack sends them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.playground import form
from bot.playground.core import Slack
from bot.playground.json_object import JsonObject
from bot.playground.tickets import ResponseTarget
from bot.playground.views import View
from bot.playground.wire import threaded_json
from bot.playground.workspace import APP_ID, TEAM_ID, Message


def response_url(slack: Slack, target: ResponseTarget) -> str:
    """A URL to which the app may answer a few times."""
    return f"{slack.address}/response/{slack.tickets.response_token(target)}"


def command(slack: Slack, user: str, channel: str, name: str, text: str) -> JsonObject:
    """The fields of a slash command."""
    place = slack.workspace.channels[channel]
    return {
        "token": "unused",
        "team_id": TEAM_ID,
        "team_domain": "playground",
        "channel_id": channel,
        "channel_name": "directmessage" if place.is_direct else place.name,
        "user_id": user,
        "user_name": slack.workspace.users[user].name,
        "command": name,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": response_url(slack, ResponseTarget(user, channel, None)),
        "trigger_id": slack.tickets.trigger(user),
    }


def message_action(
    slack: Slack, user: str, message: Message, action: JsonObject, entered: form.Entered
) -> JsonObject:
    """``block_actions`` for an element of a message."""
    container = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": message.seen_by is not None,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    values = form.values(message.blocks, entered, {})
    target = ResponseTarget(user, message.channel, message.ts)
    payload = _interaction(slack, user, "block_actions") | {
        "container": container,
        "channel": _channel(slack, message.channel),
        "state": {"values": values},
        "response_url": response_url(slack, target),
        "actions": [action],
    }
    if message.seen_by is None:
        payload["message"] = threaded_json(slack.workspace, message)
    return payload


def view_action(slack: Slack, view: View, action: JsonObject) -> JsonObject:
    """``block_actions`` for an element of a modal or of a home tab."""
    return _interaction(slack, view.user, "block_actions") | {
        "container": {"type": "view", "view_id": view.id},
        "view": view.json(),
        "actions": [action],
    }


def submission(slack: Slack, view: View) -> JsonObject:
    """``view_submission``."""
    payload = _interaction(slack, view.user, "view_submission")
    return payload | {"view": view.json(), "response_urls": []}


def closed(slack: Slack, view: View, is_cleared: bool) -> JsonObject:
    """``view_closed``."""
    payload = _interaction(slack, view.user, "view_closed")
    del payload["trigger_id"]
    return payload | {"view": view.json(), "is_cleared": is_cleared}


def shortcut(slack: Slack, user: str, callback_id: str) -> JsonObject:
    """A global shortcut."""
    payload = _interaction(slack, user, "shortcut")
    return payload | {"callback_id": callback_id, "action_ts": slack.workspace.next_ts()}


def message_shortcut(slack: Slack, user: str, message: Message, callback_id: str) -> JsonObject:
    """A shortcut from the menu of a message."""
    target = ResponseTarget(user, message.channel, message.ts)
    return _interaction(slack, user, "message_action") | {
        "callback_id": callback_id,
        "action_ts": slack.workspace.next_ts(),
        "message_ts": message.ts,
        "channel": _channel(slack, message.channel),
        "message": threaded_json(slack.workspace, message),
        "response_url": response_url(slack, target),
    }


def suggestion(slack: Slack, view: View, block_id: str, action_id: str, typed: str) -> JsonObject:
    """``block_suggestion``: the options for what a person has typed so far."""
    payload = _interaction(slack, view.user, "block_suggestion")
    return payload | {
        "container": {"type": "view", "view_id": view.id},
        "view": view.json(),
        "block_id": block_id,
        "action_id": action_id,
        "value": typed,
    }


def action(slack: Slack, block: JsonObject, element: JsonObject, plain: Any) -> JsonObject:
    """One entry of ``actions``: the element that was used, with what was chosen in it."""
    common = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "action_ts": slack.workspace.next_ts(),
    }
    return common | _chosen(element, plain)


def _chosen(element: JsonObject, plain: Any) -> JsonObject:
    kind = element["type"]
    if kind == "feedback_buttons":
        pressed = element["positive_button"]
        if plain == element["negative_button"]["value"]:
            pressed = element["negative_button"]
        return {"text": pressed["text"], "value": pressed["value"]}
    if kind in ("button", "icon_button", "workflow_button"):
        return {key: element[key] for key in ("text", "value", "style", "url") if key in element}
    return form.state(element, plain)


def _interaction(slack: Slack, user: str, kind: str) -> JsonObject:
    person = slack.workspace.users[user]
    return {
        "type": kind,
        "user": {
            "id": user,
            "username": person.name,
            "name": person.name,
            "team_id": person.team,
        },
        "api_app_id": APP_ID,
        "token": "unused",
        "team": {"id": TEAM_ID, "domain": "playground"},
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": slack.tickets.trigger(user),
    }


def _channel(slack: Slack, channel: str) -> Mapping[str, str]:
    place = slack.workspace.channels[channel]
    return {"id": channel, "name": "directmessage" if place.is_direct else place.name}
