"""``views.*``: modals and the home tab."""

from __future__ import annotations

from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.view_schema import parse_view
from bot.playground.views import View
from bot.playground.web_api.call import Call, Method, Methods


def open_(call: Call) -> JsonObject:
    """``views.open``."""
    definition = parse_view(call.arguments.get("view"), "modal")
    user = call.slack.tickets.exchange(call.required("trigger_id"))
    return {"view": call.slack.views.open(user, definition).json()}


def push(call: Call) -> JsonObject:
    """``views.push``."""
    definition = parse_view(call.arguments.get("view"), "modal")
    user = call.slack.tickets.exchange(call.required("trigger_id"))
    return {"view": call.slack.views.push(user, definition).json()}


def update(call: Call) -> JsonObject:
    """``views.update``."""
    view = _named(call)
    definition = parse_view(call.arguments.get("view"), view.definition["type"])
    return {"view": call.slack.views.update(view, definition, call.text("hash")).json()}


def publish(call: Call) -> JsonObject:
    """``views.publish``."""
    if not call.slack.manifest.has_home:
        raise SlackError("not_enabled")
    user = call.user("user_id")
    definition = parse_view(call.arguments.get("view"), "home")
    return {"view": call.slack.views.publish(user.id, definition, call.text("hash")).json()}


def _named(call: Call) -> View:
    name = call.text("view_id") or call.text("external_id")
    if not name:
        raise SlackError("invalid_arguments", ["missing required field: view_id or external_id"])
    view = call.slack.views.find(name)
    if view is None:
        raise SlackError("not_found")
    return view


METHODS: Methods = {
    "views.open": Method(open_),
    "views.push": Method(push),
    "views.update": Method(update),
    "views.publish": Method(publish),
}
