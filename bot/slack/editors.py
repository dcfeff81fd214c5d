"""Who may change the register and the digests: users, and members of user groups."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

_log = logging.getLogger(__name__)
_GROUP = "S"
_KEPT = timedelta(minutes=1)


class Editors:
    """The users and user groups of the settings; members of groups are asked for once a minute."""

    def __init__(self, ids: frozenset[str], now: Callable[[], datetime]) -> None:
        self._ids = ids
        self._now = now
        self._members: dict[str, tuple[datetime, frozenset[str]]] = {}

    @property
    def are_named(self) -> bool:
        """Whether the settings name anybody."""
        return bool(self._ids)

    def may_change(self, user: str, client: WebClient) -> bool:
        """Whether the settings name this user, or a group that the user is in."""
        groups = (id for id in self._ids if id.startswith(_GROUP))
        return user in self._ids or any(user in self._members_of(each, client) for each in groups)

    def _members_of(self, group: str, client: WebClient) -> frozenset[str]:
        asked_at, members = self._members.get(group, (None, frozenset()))
        now = self._now()
        if asked_at is None or now - asked_at >= _KEPT:
            members = _asked(group, client)
            self._members[group] = (now, members)
        return members


def _asked(group: str, client: WebClient) -> frozenset[str]:
    """The members; nobody where Slack does not tell, so that nobody gains a right by a fault."""
    try:
        return frozenset(client.usergroups_users_list(usergroup=group)["users"])
    except (SlackClientError, OSError) as error:
        _log.warning("the members of the user group %s are not known: %s", group, error)
        return frozenset()
