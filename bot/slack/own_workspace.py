"""Whether a request comes from a person of the workspace in which the app is installed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class OwnWorkspace:
    """Who belongs to the workspace, by the ids that requests carry.

    Strict only once the workspace was heard from: until then its id may not be the one that Slack
    told us.
    """

    def __init__(self) -> None:
        self._was_heard = False

    def is_stranger(self, body: Mapping[str, Any], own: str | None) -> bool:
        """Whether a person of another workspace did this; ``own`` is the id of ours."""
        team = body.get("team") or {}
        here = {body.get("team_id"), team.get("id") if isinstance(team, Mapping) else team}
        self._was_heard = self._was_heard or own in here
        theirs = _team_of_person(body)
        named = {theirs} if theirs else here - {None}
        return bool(own and self._was_heard and named and own not in named)


def _team_of_person(body: Mapping[str, Any]) -> str | None:
    event = body.get("event") or {}
    spoken = event.get("message") or event
    user = body.get("user") or {}
    clicked = user.get("team_id") if isinstance(user, Mapping) else None
    return clicked or spoken.get("user_team") or spoken.get("team")
