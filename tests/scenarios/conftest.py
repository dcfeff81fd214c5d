"""A running Slack stand-in for whole paths: event in, reply out, over real sockets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from slack_bolt import App
from slack_sdk import WebClient

from bot.playground import SlackStandIn, Timing, connect_app

# Slack's own schedule waits a minute before the second repetition; tests do not.
QUICK = Timing(acknowledge_within=1.0, retry_delays=(0.0, 0.1, 0.2))


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """A Slack that reaches its app by Socket Mode."""
    with SlackStandIn(timing=QUICK) as stand_in:
        yield stand_in


@pytest.fixture
def web_client(slack: SlackStandIn) -> WebClient:
    """The client with which an app talks to this Slack."""
    return WebClient(token=slack.bot_token, base_url=slack.api_url)


@pytest.fixture
def connect(slack: SlackStandIn) -> Iterator[Callable[[App], None]]:
    """Connects a Bolt app to this Slack by Socket Mode until the test ends."""
    with ExitStack() as stack:

        def connect_until_the_end(app: App) -> None:
            stack.callback(connect_app(app, slack))

        yield connect_until_the_end
