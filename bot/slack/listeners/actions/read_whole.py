"""Somebody wants to read the whole clause behind a quote."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.slack.blocks.below import ref_in
from bot.slack.blocks.whole_clause import whole_clause_view
from bot.slack.place import Body
from bot.slack.services import Services


def show_whole_clause(action: Body, body: Body, client: WebClient, services: Services) -> None:
    """Opens the clause with its neighbours; a menu tells which, a button has only one."""
    value = action.get("value") or action["selected_option"]["value"]
    view = whole_clause_view(ref_in(value), services.library)
    client.views_open(trigger_id=body["trigger_id"], view=view)
