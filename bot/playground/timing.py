"""How long Slack waits for what; tests pass shorter times."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Slack's own times, all in seconds.

    An event that is not acknowledged is delivered again after each of ``retry_delays``.
    """

    acknowledge_within: float = 3.0
    retry_delays: tuple[float, ...] = (0.0, 60.0, 300.0)
    trigger_lives: float = 3.0
    response_url_lives: float = 1800.0
    response_url_uses: int = 5
    socket_heartbeat: float = 20.0
