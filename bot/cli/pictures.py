"""`clausebot pictures`: what the bot says, as pictures for the README."""

from __future__ import annotations

from pathlib import Path

import click

from bot.composition import clock, load_assistant
from bot.settings import Settings

MANIFEST = Path(__file__).parents[1] / "slack" / "manifest.json"
FOLDER = Path(__file__).parents[1] / "playground" / "pictures"


@click.command()
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=FOLDER,
    metavar="文件夹",
    help="图片放在哪里",
)
def pictures(folder: Path) -> None:
    """在演练场里提问，把答复拍成图片（要有 Chromium）。

    例：clausebot pictures --folder var/pictures
    """
    from bot.playground.manifest import AppManifest
    from bot.playground.pictures import take_pictures
    from bot.playground.stand_in import SlackStandIn
    from bot.slack.services import Services
    from bot.slack.serving import connect

    settings = Settings()
    services = Services(load_assistant(settings), clock(settings))
    with SlackStandIn(manifest=AppManifest.read(MANIFEST)) as slack:
        own = settings.model_copy(
            update={
                "slack_api_url": slack.api_url,
                "slack_bot_token": slack.bot_token,
                "slack_app_token": slack.app_token,
            }
        )
        connection = connect(own, services)
        try:
            for path in take_pictures(slack, folder):
                click.echo(path)
        finally:
            connection.close()
