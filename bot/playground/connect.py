"""Connects a Bolt app to the stand-in by Socket Mode, and disconnects it without delay."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.socket_mode import SocketModeClient

from bot.playground.served import ServedSlack


def connect_app(app: App, slack: ServedSlack) -> Callable[[], None]:
    """Connects the app and waits until it is connected; the result disconnects it again.

    The app's client must use the stand-in's ``bot_token`` and ``api_url``.
    """
    before = slack.connections
    client = SocketModeHandler(app, slack.app_token).client
    client.connect()
    slack.wait_for(lambda: slack.connections > before)
    return lambda: _disconnect(client, slack)


def _disconnect(client: SocketModeClient, slack: ServedSlack) -> None:
    client.auto_reconnect_enabled = False
    client.closed = True
    # The client reads for up to three seconds before it sees that it should end, and looks for
    # a message for one more; a closed connection and an empty message end both at once.
    slack.drop_connections()
    client.enqueue_message("")
    client.close()
