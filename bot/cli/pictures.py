"""`clausebot pictures`: what the bot says, as pictures for the README."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from bot.composition import clock, load_assistant
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.playground.stand_in import SlackStandIn
    from bot.slack.services import Services

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
    from bot.slack.serving import connect

    settings = Settings()
    with SlackStandIn(manifest=AppManifest.read(MANIFEST)) as slack, TemporaryDirectory() as place:
        own = settings.model_copy(
            update={
                "slack_api_url": slack.api_url,
                "slack_bot_token": slack.bot_token,
                "slack_app_token": slack.app_token,
                "database_url": f"sqlite:///{place}/register.db",
            }
        )
        with _services(own, slack, folder) as services:
            connection = connect(own, services)
            try:
                for path in take_pictures(slack, folder):
                    click.echo(path)
            finally:
                connection.close()


@contextmanager
def _services(settings: Settings, slack: SlackStandIn, folder: Path) -> Iterator[Services]:
    """An app with a small register; the timeline of a certificate is among the pictures."""
    from bot.pictures.timeline import timeline_of
    from bot.playground.example_register import fill_register
    from bot.playground.pictures import PERSON, TIMELINE, make_smaller
    from bot.slack.services import Services
    from bot.store.services import open_database, open_desk

    services = Services(load_assistant(settings), clock(settings))
    with open_database(settings) as database:
        desk = open_desk(settings, database, services.library)
        person, today = slack.user(PERSON).id, services.today()
        shown = fill_register(desk.register, today, person)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{TIMELINE}.png"
        path.write_bytes(timeline_of(shown, desk.survey.of(shown, today), today, services.library))
        make_smaller(path)
        yield replace(services, desk=replace(desk, editors=frozenset({person})))
