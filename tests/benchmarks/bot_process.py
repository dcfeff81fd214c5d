"""A bot in a process of its own: the bare echo bot, or ClauseBot as `clausebot serve` runs it."""

from __future__ import annotations

import os
import sys
import time
from tempfile import TemporaryDirectory
from typing import Any

import click
from slack_bolt import App, Say
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.settings import Settings
from bot.slack.serving import connect
from bot.store.services import open_services

ECHO, OURS = "echo", "clausebot"


def connect_echo(settings: Settings) -> None:
    """Bolt as its documentation has it: says back what it hears."""
    client = WebClient(token=settings.slack_bot_token, base_url=settings.slack_api_url)
    app = App(client=client)

    @app.event("app_mention")
    def say_back(event: dict[str, Any], say: Say) -> None:
        say(text=event["text"], thread_ts=event["ts"])

    @app.event("message")
    def leave_alone() -> None:
        """Every mention comes a second time as a message."""

    SocketModeHandler(app, settings.slack_app_token).connect()  # type: ignore[no-untyped-call]


@click.command()
@click.argument("kind", type=click.Choice([ECHO, OURS]))
@click.argument("api_url")
@click.argument("bot_token")
@click.argument("app_token")
def run(kind: str, api_url: str, bot_token: str, app_token: str) -> None:
    """Says a line when connected; after the next line on stdin, what it has used, and ends."""
    with TemporaryDirectory() as folder:
        settings = Settings(slack_api_url=api_url, slack_bot_token=bot_token)
        settings = settings.model_copy(
            update={"slack_app_token": app_token, "database_url": f"sqlite:///{folder}/bench.db"}
        )
        if kind == ECHO:
            connect_echo(settings)
            _until_told()
        with open_services(settings) as services:
            connect(settings, services)
            _until_told()


def _until_told() -> None:
    click.echo("connected")
    sys.stdin.readline()
    before = time.process_time()
    sys.stdin.readline()
    click.echo(f"{time.process_time() - before:.3f}")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    run()
