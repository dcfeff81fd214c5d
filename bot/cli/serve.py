"""`clausebot serve` connects to Slack; `clausebot run` does, or else shows the playground."""

from __future__ import annotations

import click

from bot.cli.playground import start_playground
from bot.settings import Settings


@click.command()
def serve() -> None:
    """连接 Slack 并一直运行。

    例：SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-… clausebot serve
    """
    from bot.slack.serving import how_to_connect
    from bot.slack.serving import serve as serve_slack
    from bot.store.services import open_services

    settings = Settings()
    how_to_connect(settings)
    with open_services(settings) as services:
        serve_slack(settings, services, click.echo)


@click.command("run")
@click.pass_context
def run_anywhere(context: click.Context) -> None:
    """有 Slack 令牌就连接 Slack，没有就打开本地演练场。

    例：clausebot run
    """
    settings = Settings()
    if settings.slack_app_token or settings.slack_signing_secret:
        context.invoke(serve)
    else:
        start_playground(settings, None)
