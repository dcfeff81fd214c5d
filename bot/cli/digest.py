"""`clausebot digest …`: what the digest would say today, and sending what is owed now."""

from __future__ import annotations

from datetime import date, datetime

import click

from bot.cli.parameters import Day
from bot.settings import Settings


@click.group()
def digest() -> None:
    """每日提醒：证书的期限，每天发到订阅的频道。

    例：clausebot digest preview --days 30
    """


@digest.command("preview")
@click.option("--days", "days_ahead", type=click.IntRange(1, 366), default=30, metavar="天数")
@click.option("--today", type=Day(), metavar="日期", help="按哪一天算，默认今天")
def preview(days_ahead: int, today: date | None) -> None:
    """按登记册列出逾期和即将到期的期限，不发送。

    例：clausebot digest preview --days 30 --today 2026-11-24
    """
    from bot.composition import clock, load_library
    from bot.digest.subscription import Subscription
    from bot.slack.blocks.digest import digest_text
    from bot.slack.digest_composing import DigestComposing
    from bot.store.services import open_database, open_desk

    settings = Settings()
    library = load_library(settings)
    with open_database(settings) as database:
        desk = open_desk(settings, database, library)
        wish = Subscription("", datetime.now(desk.zone), "", days_ahead=days_ahead)
        day = today or clock(settings)()
        content = DigestComposing(desk, library).content(wish, day)
        click.echo(digest_text(content, library))


@digest.command("send")
def send() -> None:
    """把现在该发而还没发的提醒发出去，发完就结束；serve 运行时会自己发。

    例：clausebot digest send
    """
    from bot.composition import load_library
    from bot.digest import phrases
    from bot.slack.digests import digests
    from bot.slack.serving import how_to_connect
    from bot.store.services import open_database, open_desk

    settings = Settings()
    how_to_connect(settings)
    library = load_library(settings)
    with open_database(settings) as database:
        desk = open_desk(settings, database, library)
        running = digests(settings, desk, library)
        click.echo(phrases.sent(running.round()))
        for subscription in desk.subscriptions.all():
            if trouble := desk.ledger.trouble(subscription.channel):
                click.echo(phrases.not_sent(subscription.channel, trouble), err=True)
