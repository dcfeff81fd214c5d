"""What happens to every request before a listener sees it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack, App, BoltContext, BoltResponse

from bot.slack.lanes import someone_waits
from bot.slack.services import Services

_log = logging.getLogger(__name__)
# A form is acknowledged by its own check, which may answer with errors at the fields.
_ACKNOWLEDGED_AT_ONCE = ("block_actions", "message_action", "shortcut")

Next = Callable[[], BoltResponse | None]


def install(app: App, services: Services) -> None:
    """Adds the middleware, in the order in which it runs."""
    app.use(only_own_workspace)
    app.use(once_per_event(services))
    app.use(acknowledge_first)
    app.use(hand_over(services))


def only_own_workspace(
    body: Mapping[str, Any], context: BoltContext, next_: Next
) -> BoltResponse | None:
    """Drops what comes from a workspace in which the app is not installed."""
    installed = context.authorize_result.team_id if context.authorize_result else None
    claimed = _workspaces(body)
    if installed and claimed and installed not in claimed:
        _log.warning("Ignored a request from workspace %s", ", ".join(sorted(claimed)))
        return BoltResponse(status=200)
    return next_()


def _workspaces(body: Mapping[str, Any]) -> set[str]:
    team = body.get("team") or {}
    claimed = [body.get("team_id"), team.get("id") if isinstance(team, Mapping) else team]
    claimed += [entry.get("team_id") for entry in body.get("authorizations") or ()]
    return {workspace for workspace in claimed if workspace}


def once_per_event(services: Services) -> Callable[..., BoltResponse | None]:
    """Drops an event that was delivered before: Slack repeats what it believes lost."""

    def drop_repeated(body: Mapping[str, Any], next_: Next) -> BoltResponse | None:
        event_id = body.get("event_id")
        if event_id and not services.seen.first_time(f"event:{event_id}"):
            return BoltResponse(status=200)
        return next_()

    return drop_repeated


def acknowledge_first(body: Mapping[str, Any], ack: Ack, next_: Next) -> None:
    """Acknowledges clicks, commands and shortcuts before any work, and gives them their lane."""
    is_command = "command" in body
    someone_waits(is_command or "trigger_id" in body)
    if is_command or body.get("type") in _ACKNOWLEDGED_AT_ONCE:
        ack()
    next_()


def hand_over(services: Services) -> Callable[..., None]:
    """Lets listeners ask for ``services`` by name, as they ask for everything else."""

    def hand_services_over(context: BoltContext, next_: Next) -> None:
        context["services"] = services
        next_()

    return hand_services_over
