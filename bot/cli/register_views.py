"""`clausebot register list`, `find`, `show`, `history`: what is known, now or on a past moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

import click

from bot.cli.parameters import Day, Moment
from bot.cli.register_obligations import obligation_notes, obligation_rows
from bot.cli.registered import Registered, opened
from bot.cli.table import table
from bot.register import command_phrases as phrases
from bot.register import phrases as fields
from bot.register.record import CertificateRecord, NewEvent, RecordedEvent
from bot.register.telling import told_event

_KNOWN_AT = click.option(
    "--known-at", type=Moment(), metavar="时刻", help="按当时已登记的看，例如 2026-11-01"
)
_TODAY = click.option("--today", type=Day(), metavar="日期", help="按哪一天算，默认今天")


@click.command("list")
@click.option("--scheme", metavar="项目", help="只看一个认证项目")
@click.option("--owner", metavar="姓名", help="只看一个负责人")
@_TODAY
@_KNOWN_AT
def list_certificates(
    scheme: str | None, owner: str | None, today: date | None, known_at: datetime | None
) -> None:
    """列出登记的证书。

    例：clausebot register list --scheme 腾标
    """
    with opened() as registered:
        document = registered.schemes.document(scheme) if scheme else None
        records = [
            record
            for record in registered.register.certificates(registered.moment(known_at))
            if document in (None, record.particulars.document)
            and owner in (None, record.particulars.owner)
        ]
        _echo(_lines(registered, records, today, phrases.NO_CERTIFICATES))


@click.command()
@click.argument("words", metavar="名称或编号")
@_TODAY
def find(words: str, today: date | None) -> None:
    """按编号、名称、简称找证书，写错一个字也行。

    例：clausebot register find 华信云
    """
    with opened() as registered:
        _echo(_lines(registered, registered.find(words), today, phrases.NOTHING_FOUND))


@click.command()
@click.argument("certificate", metavar="证书")
@_TODAY
@_KNOWN_AT
def show(certificate: str, today: date | None, known_at: datetime | None) -> None:
    """一张证书的内容、事件和全部期限。

    例：clausebot register show 华信云 --today 2026-11-24
    """
    with opened() as registered:
        record = registered.one(certificate, registered.moment(known_at))
        _echo(_shown(registered, record, today or registered.today))


@click.command()
@click.argument("certificate", metavar="证书")
@_KNOWN_AT
def history(certificate: str, known_at: datetime | None) -> None:
    """一张证书的历史：谁在何时登记了什么、更正了什么。

    例：clausebot register history 华信云
    """
    with opened() as registered:
        moment = registered.moment(known_at)
        record = registered.one(certificate, moment)
        click.echo(registered.line(record))
        for entry in registered.register.history(record.id):
            if moment is None or entry.recorded_at <= moment:
                at = entry.recorded_at.astimezone(registered.zone)
                click.echo(phrases.entry(entry.number, at, entry.author, entry.text))


def _lines(
    registered: Registered, records: Iterable[CertificateRecord], today: date | None, none: str
) -> Iterator[str]:
    day = today or registered.today
    rows = [_row(registered, record, day) for record in records]
    return table([phrases.CERTIFICATE_HEAD, *rows]) if rows else iter([none])


def _row(registered: Registered, record: CertificateRecord, today: date) -> tuple[str, ...]:
    surveyed, said = registered.survey.of(record, today), record.particulars
    return (
        f"#{record.id}",
        record.organization.name,
        registered.schemes.short(said.document),
        said.number,
        surveyed.status.label,
        str(surveyed.expires or ""),
        said.owner,
    )


def _shown(registered: Registered, record: CertificateRecord, today: date) -> Iterator[str]:
    surveyed, said = registered.survey.of(record, today), record.particulars
    yield registered.line(record)
    if record.organization.short_names:
        yield phrases.short_names(record.organization.short_names)
    yield phrases.status(surveyed.status.label, surveyed.issued, surveyed.expires)
    facts = {
        fields.HEADCOUNT: said.headcount,
        fields.SITES: said.sites,
        fields.RISK: said.risk.label if said.risk else None,
        fields.OWNER: said.owner,
    }
    yield from (phrases.fact(field, value) for field, value in facts.items() if value)
    if record.events:
        yield phrases.EVENTS
    yield from (phrases.event(each.event.number, _told(each)) for each in record.events)
    if surveyed.obligations:
        yield phrases.OBLIGATIONS
        rows = obligation_rows(registered, [(record, each) for each in surveyed.obligations], today)
        yield from table([_own(row) for row in (phrases.OBLIGATION_HEAD, *rows)])
    if notes := list(obligation_notes(surveyed.obligations, today)):
        yield phrases.NOTES
        yield from notes
    if surveyed.gaps:
        yield phrases.GAPS
    yield from (f"  {gap.text}" for gap in surveyed.gaps)


def _own(row: tuple[str, ...]) -> tuple[str, ...]:
    """A row without the certificate, which all of them have in common."""
    state, day, left, _, _, *rest = row
    return (state, day, left, *rest)


def _told(recorded: RecordedEvent) -> str:
    event = recorded.event
    told = NewEvent(
        event.kind,
        event.on,
        recorded.note,
        event.severity,
        event.audit_type,
        event.answers,
        event.expires,
    )
    return told_event(told, None, is_taken_back=False)


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
