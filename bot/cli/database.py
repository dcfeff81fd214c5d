"""`clausebot database …`: the tables that hold what is said."""

from __future__ import annotations

import click

from bot.settings import Settings


@click.group()
def database() -> None:
    """数据库：记录提问、评价、核定。

    例：clausebot database upgrade
    """


@database.command("upgrade")
def upgrade_database() -> None:
    """把数据库的表更新到本版本；serve、playground、run 启动时也会做。

    例：CLAUSEBOT_DATABASE_URL=postgresql+psycopg://… clausebot database upgrade
    """
    from bot.store import phrases
    from bot.store.services import open_database

    with open_database(Settings()) as opened:
        click.echo(phrases.database_current(opened.address))
