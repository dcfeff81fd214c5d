"""A running Slack stand-in for whole paths: event in, reply out, over real sockets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.playground import SlackStandIn, Timing

# Slack's own schedule waits a minute before the second repetition; tests do not.
QUICK = Timing(acknowledge_within=1.0, retry_delays=(0.0, 0.1, 0.2))


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """A Slack that reaches its app by Socket Mode."""
    with SlackStandIn(timing=QUICK) as stand_in:
        yield stand_in
