"""Methods about the app itself and its workspace, and the start of Socket Mode."""

from __future__ import annotations

from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.web_api.call import Call, Method, Methods
from bot.playground.workspace import APP_ID, BOT_ID, BOT_USER, TEAM_ID


def api_test(call: Call) -> JsonObject:
    """``api.test``: gives the arguments back, or the error that they name."""
    if call.text("error"):
        raise SlackError(call.text("error"), args=call.arguments)
    return {"args": call.arguments}


def auth_test(call: Call) -> JsonObject:
    """``auth.test``."""
    return {
        "url": f"{call.slack.address}/",
        "team": call.slack.workspace.team_name,
        "user": call.slack.workspace.users[BOT_USER].name.lower(),
        "team_id": TEAM_ID,
        "user_id": BOT_USER,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def connections_open(call: Call) -> JsonObject:
    """``apps.connections.open``: the address for one Socket Mode connection."""
    host = call.slack.address.removeprefix("http://")
    ticket = call.slack.socket.issue_ticket()
    return {"url": f"ws://{host}/link/?ticket={ticket}&app_id={APP_ID}"}


def bots_info(call: Call) -> JsonObject:
    """``bots.info``."""
    if call.text("bot") not in ("", BOT_ID):
        raise SlackError("bot_not_found")
    user = call.slack.workspace.users[BOT_USER]
    facts = {"id": BOT_ID, "deleted": False, "name": user.name, "app_id": APP_ID}
    return {"bot": facts | {"user_id": BOT_USER, "icons": {}}}


def team_info(call: Call) -> JsonObject:
    """``team.info``."""
    name = call.slack.workspace.team_name
    return {"team": {"id": TEAM_ID, "name": name, "domain": "playground", "icon": {}}}


METHODS: Methods = {
    "api.test": Method(api_test, token="none"),
    "auth.test": Method(auth_test),
    "apps.connections.open": Method(connections_open, token="app"),
    "bots.info": Method(bots_info, "users:read"),
    "team.info": Method(team_info, "team:read"),
}
