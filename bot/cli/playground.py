"""`clausebot playground`: a local stand-in for Slack with the bot in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from bot.settings import Settings

# 小王 and the technical department, so that what may be changed can be tried; 李工 may only read.
EDITORS = "U0XIAOWANG,S0TECHNICAL"
MANIFEST = Path(__file__).parents[1] / "slack" / "manifest.json"


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), metavar="端口", help="页面的端口，0 为任意")
def playground(port: int | None) -> None:
    """打开演练场：不需要 Slack 账号，在浏览器里就能提问。

    例：clausebot playground --port 3210
    """
    start_playground(Settings(), port)


def start_playground(settings: Settings, port: int | None) -> None:
    """Open what the bot needs, start the stand-in, connect the real Bolt app to it, and wait."""
    from bot.playground.run import DEFAULT_PORT, run_playground
    from bot.playground.stand_in import SlackStandIn
    from bot.slack.services import Services
    from bot.slack.serving import connect
    from bot.store.services import open_services

    def start_bot(stand_in: SlackStandIn, services: Services) -> Callable[[], None]:
        own = settings.model_copy(
            update={
                "slack_api_url": stand_in.api_url,
                "slack_bot_token": stand_in.bot_token,
                "slack_app_token": stand_in.app_token,
            }
        )
        return connect(own, services).close

    chosen = DEFAULT_PORT if port is None else port
    editing = {"register_editors": settings.register_editors or EDITORS}
    with open_services(settings.model_copy(update=editing)) as services:
        run_playground(
            chosen,
            lambda stand_in: start_bot(stand_in, services),
            out=sys.stdout,
            manifest=MANIFEST,
        )
