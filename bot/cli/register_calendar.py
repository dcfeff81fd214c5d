"""`clausebot register calendar …`: secret addresses of the calendar of deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

import click

from bot.register import calendar_phrases as phrases
from bot.register.calendar_feed import PATH
from bot.register.errors import RegisterRefuses
from bot.settings import Settings
from bot.store.calendar_addresses import StoredCalendarAddresses


@click.group()
def calendar() -> None:
    """日历地址：在日历软件里订阅全部期限，随时可以停用。

    例：clausebot register calendar new --owner 王工
    """


@calendar.command()
@click.option("--owner", metavar="姓名", default="", help="只要这个负责人的证书")
def new(owner: str) -> None:
    """开通一个日历地址；地址就是密码，只显示一次。

    例：clausebot register calendar new
    """
    with _addresses() as addresses:
        number, secret = addresses.make(owner)
    click.echo(phrases.made(number, PATH.format(secret=secret)))


@calendar.command("list")
def list_addresses() -> None:
    """列出开通过的日历地址（不显示密码部分）。

    例：clausebot register calendar list
    """
    with _addresses() as addresses:
        made = addresses.all()
    zone = ZoneInfo(Settings().timezone)
    for each in made:
        made_on = each.made_at.astimezone(zone).date()
        revoked_on = each.revoked_at.astimezone(zone).date() if each.revoked_at else None
        click.echo(phrases.listed(each.number, each.owner, made_on, revoked_on))
    if not made:
        click.echo(phrases.NONE)


@calendar.command()
@click.argument("number", metavar="第几个", type=int)
def revoke(number: int) -> None:
    """停用一个日历地址。

    例：clausebot register calendar revoke 1
    """
    with _addresses() as addresses:
        if not addresses.revoke(number):
            raise RegisterRefuses(phrases.not_revoked(number))
    click.echo(phrases.revoked(number))


@contextmanager
def _addresses() -> Iterator[StoredCalendarAddresses]:
    from bot.store.services import now, open_database

    with open_database(Settings()) as database:
        yield StoredCalendarAddresses(database, now)
