"""Short-lived rights that Slack hands out with an interaction: trigger ids and response URLs."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from bot.playground.slack_error import SlackError
from bot.playground.timing import Timing


@dataclass(frozen=True)
class ResponseTarget:
    """Where a response URL writes; ``ts`` is the message that was clicked, if one was."""

    user: str
    channel: str
    ts: str | None


@dataclass
class _Right:
    expires: float
    uses_left: int


class Tickets:
    """Issues trigger ids and response URLs and takes them back."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._triggers: dict[str, tuple[str, _Right]] = {}
        self._targets: dict[str, tuple[ResponseTarget, _Right]] = {}

    def trigger(self, user: str) -> str:
        """A trigger id with which the app may open one view for this person."""
        trigger_id = (
            f"{secrets.randbelow(10**10)}.{secrets.randbelow(10**9)}.{secrets.token_hex(16)}"
        )
        right = _Right(time.monotonic() + self._timing.trigger_lives, 1)
        self._triggers[trigger_id] = (user, right)
        return trigger_id

    def exchange(self, trigger_id: str) -> str:
        """The person for whom a view may be opened; raises Slack's three refusals."""
        if trigger_id not in self._triggers:
            raise SlackError("invalid_trigger_id")
        user, right = self._triggers[trigger_id]
        if right.uses_left == 0:
            raise SlackError("exchanged_trigger_id")
        if time.monotonic() > right.expires:
            raise SlackError("expired_trigger_id")
        right.uses_left = 0
        return user

    def response_token(self, target: ResponseTarget) -> str:
        """The secret part of a response URL for this target."""
        token = secrets.token_urlsafe(18)
        lives, uses = self._timing.response_url_lives, self._timing.response_url_uses
        self._targets[token] = (target, _Right(time.monotonic() + lives, uses))
        return token

    def redeem(self, token: str) -> ResponseTarget:
        """The target of a response URL; raises once it is used up or too old."""
        if token not in self._targets:
            raise SlackError("expired_url")
        target, right = self._targets[token]
        if time.monotonic() > right.expires:
            raise SlackError("expired_url")
        if right.uses_left == 0:
            raise SlackError("used_url")
        right.uses_left -= 1
        return target
