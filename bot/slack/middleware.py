"""What happens to every request before a listener sees it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware
from slack_sdk import WebClient

from bot.slack.lanes import someone_waits
from bot.slack.own_workspace import OwnWorkspace
from bot.slack.recent_keys import RecentKeys
from bot.slack.services import Services

_log = logging.getLogger(__name__)
# A form is acknowledged by its own check, which may answer with errors at the fields.
_ACKNOWLEDGED_AT_ONCE = ("block_actions", "message_action", "shortcut")

_MESSAGES = ("message", "app_mention")

Next = Callable[[], BoltResponse | None]


def install(app: App, services: Services, *, only_own_workspace: bool) -> None:
    """Adds the middleware, in the order in which it runs."""
    if only_own_workspace:
        app.use(OnlyOwnWorkspace())
    app.use(OncePerEvent(services))
    app.use(AcknowledgeFirst())
    app.use(HandOver(services, app.client))


class OnlyOwnWorkspace(Middleware):
    """Drops what comes from a workspace in which the app is not installed.

    Only once our own was heard from: until then its id may not be the one that Slack told us.
    """

    def __init__(self) -> None:
        self._own_was_heard = False

    def process(self, *, req: BoltRequest, resp: BoltResponse, next: Next) -> BoltResponse | None:
        """Lets a request pass that names our workspace or our bot, or no workspace."""
        authorized = req.context.authorize_result
        named = _workspaces(req.body)
        if authorized is None or not named:
            return next()
        if authorized.team_id in named:
            self._own_was_heard = True
        elif self._own_was_heard and authorized.bot_user_id not in _authorized_users(req.body):
            _log.warning("Ignored a request from workspace %s", ", ".join(sorted(named)))
            return BoltResponse(status=200)
        return next()


def _workspaces(body: Mapping[str, Any]) -> set[str]:
    """Every workspace that a request names; a form names where its app is installed as well."""
    team = body.get("team") or {}
    named = [body.get("team_id"), team.get("id") if isinstance(team, Mapping) else team]
    named.append((body.get("view") or {}).get("app_installed_team_id"))
    named += [entry.get("team_id") for entry in body.get("authorizations") or ()]
    return {workspace for workspace in named if workspace}


def _authorized_users(body: Mapping[str, Any]) -> set[str]:
    return {entry.get("user_id") for entry in body.get("authorizations") or ()}


class OncePerEvent(Middleware):
    """Drops an event that was delivered before: Slack repeats what it believes lost."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._here = RecentKeys()

    def process(self, *, req: BoltRequest, resp: BoltResponse, next: Next) -> BoltResponse | None:
        """Lets an event pass the first time."""
        event_id = req.body.get("event_id")
        if event_id and not self._is_new(f"event:{event_id}", req.body.get("event") or {}):
            return BoltResponse(status=200)
        return next()

    def _is_new(self, key: str, event: Mapping[str, Any]) -> bool:
        # Whether another process has a message is asked once, where it is answered.
        is_new_here = self._here.first_time(key)
        is_message = event.get("type") in _MESSAGES
        return is_new_here and (is_message or self._services.seen.first_time(key))


class AcknowledgeFirst(Middleware):
    """Acknowledges clicks, commands and shortcuts before any work, and gives them their lane."""

    def process(self, *, req: BoltRequest, resp: BoltResponse, next: Next) -> BoltResponse | None:
        """Lets every request pass."""
        is_command = "command" in req.body
        someone_waits(is_command or "trigger_id" in req.body)
        if is_command or req.body.get("type") in _ACKNOWLEDGED_AT_ONCE:
            req.context.ack()
        return next()


class HandOver(Middleware):
    """Lets listeners ask for ``services`` by name, as they ask for everything else.

    ``is_stranger`` tells whether the person is of another workspace.
    Their ``client`` is the app's own, which keeps its connections; Bolt makes one a request.
    """

    def __init__(self, services: Services, client: WebClient) -> None:
        self._services = services
        self._client = client
        self._own = OwnWorkspace()

    def process(self, *, req: BoltRequest, resp: BoltResponse, next: Next) -> BoltResponse | None:
        """Lets every request pass."""
        authorized = req.context.authorize_result
        own = authorized.team_id if authorized else None
        req.context["services"] = self._services
        req.context["client"] = self._client
        req.context["is_stranger"] = self._own.is_stranger(req.body, own)
        return next()
