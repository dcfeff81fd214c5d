"""`clausebot register add`, `event`, `correct`: facts go in, and are corrected by further ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import click

from bot.cli.parameters import Day
from bot.cli.registered import Registered, opened
from bot.register import command_phrases as phrases
from bot.register.change import Change, Correction, Replacement, ShortNames
from bot.register.command_phrases import AUTHOR
from bot.register.errors import RegisterRefuses
from bot.register.exchange.columns import event_kind
from bot.register.phrases import no_such_event, unknown_kind
from bot.register.record import CertificateRecord, NewEvent, Particulars
from calculators.audit_types import AuditType, RiskLevel
from calculators.obligations.event import Severity
from calculators.obligations.event_kinds import event_kinds

_RISKS = click.Choice([level.value for level in RiskLevel])
_AUDITS = click.Choice([kind.value for kind in AuditType])
_SEVERITIES = click.Choice([severity.value for severity in Severity])


@click.command()
@click.argument("organization", metavar="组织名称")
@click.option("--scheme", metavar="项目", required=True, help="认证项目，任何叫法都行")
@click.option("--number", metavar="证书编号", required=True, help="证书编号")
@click.option("--issued", type=Day(), metavar="日期", help="发证日期")
@click.option("--expires", type=Day(), metavar="日期", help="证书有效期至")
@click.option("--people", type=int, metavar="人数", help="有效人数")
@click.option("--sites", type=int, metavar="个数", help="场所数")
@click.option("--risk", type=_RISKS, help="风险等级")
@click.option("--owner", metavar="姓名", default="", help="负责人，姓名或 Slack 用户号")
@click.option("--short-name", "short_names", metavar="简称", multiple=True, help="可以写几次")
def add(
    *,
    organization: str,
    scheme: str,
    number: str,
    issued: date | None,
    expires: date | None,
    people: int | None,
    sites: int | None,
    risk: str | None,
    owner: str,
    short_names: tuple[str, ...],
) -> None:
    """登记一张证书。

    例：clausebot register add 华信云科技有限公司 --scheme 腾标 --number TB-1 --issued 2025-03-08
    """
    if expires and not issued:
        raise click.UsageError("写了 --expires 就要写 --issued")
    events = [NewEvent("issued", issued, expires=expires)] if issued else []
    with opened() as registered:
        document = registered.schemes.document(scheme)
        level = RiskLevel(risk) if risk else None
        said = Particulars(document, number, people, sites, level, owner)
        record = registered.register.add(organization, said, events, AUTHOR, short_names)
        click.echo(phrases.added(registered.line(record)))


@click.command("event")
@click.argument("certificate", metavar="证书")
@click.argument("kind", metavar="事件")
@click.argument("day", metavar="日期", type=Day())
@click.option("--note", metavar="备注", default="", help="备注，例如暂停的原因")
@click.option("--severity", type=_SEVERITIES, help="不符合的严重程度")
@click.option("--audit", type=_AUDITS, help="哪种审核")
@click.option("--answers", type=int, metavar="条", help="回应第几条，例如关闭哪个不符合")
@click.option("--expires", type=Day(), metavar="日期", help="换发的证书有效期至")
def record_event(
    *,
    certificate: str,
    kind: str,
    day: date,
    note: str,
    severity: str | None,
    audit: str | None,
    answers: int | None,
    expires: date | None,
) -> None:
    """记一件事：监督审核结束、暂停证书、换发证书……

    例：clausebot register event 华信云 监督审核结束 2026-02-20
    """
    event = NewEvent(
        _kind(kind),
        day,
        note,
        Severity(severity) if severity else None,
        AuditType(audit) if audit else None,
        answers,
        expires,
    )
    with opened() as registered:
        record = registered.one(certificate)
        changed = registered.register.record(record.id, event, AUTHOR)
        click.echo(phrases.done(registered.line(changed)))


@click.command()
@click.argument("certificate", metavar="证书")
@click.option("--scheme", metavar="项目", help="认证项目")
@click.option("--number", metavar="证书编号", help="证书编号")
@click.option("--people", type=int, metavar="人数", help="有效人数")
@click.option("--sites", type=int, metavar="个数", help="场所数")
@click.option("--risk", type=_RISKS, help="风险等级")
@click.option("--owner", metavar="姓名", help="负责人")
@click.option("--short-name", "short_names", metavar="简称", multiple=True, help="再加一个简称")
@click.option("--event", "number_of_event", type=int, metavar="条", help="更正第几条事件")
@click.option("--day", type=Day(), metavar="日期", help="那条事件的日期")
@click.option("--expires", type=Day(), metavar="日期", help="那条事件的证书有效期至")
@click.option("--take-back", is_flag=True, help="撤回那条事件")
@click.option("--note", metavar="备注", default="", help="为什么更正")
def correct(
    *,
    certificate: str,
    scheme: str | None,
    number: str | None,
    people: int | None,
    sites: int | None,
    risk: str | None,
    owner: str | None,
    short_names: tuple[str, ...],
    number_of_event: int | None,
    day: date | None,
    expires: date | None,
    take_back: bool,
    note: str,
) -> None:
    """更正登记的内容或一条事件；原来的写法留在历史里。

    例：clausebot register correct 华信云 --people 150 --note 换证时核实
    """
    if number_of_event is None and (day or expires or take_back):
        raise click.UsageError("--day、--expires、--take-back 要和 --event 一起写")
    with opened() as registered:
        record = registered.one(certificate)
        given = {"number": number, "headcount": people, "sites": sites, "owner": owner}
        given["risk"] = RiskLevel(risk) if risk else None
        given["document"] = registered.schemes.document(scheme) if scheme else None
        said = {field: value for field, value in given.items() if value is not None}
        changes: list[Change] = []
        if short_names:
            changes.append(ShortNames(record.id, short_names))
        if said:
            particulars = replace(record.particulars, **said)  # type: ignore[arg-type]
            changes.append(Correction(record.id, particulars, note))
        if number_of_event is not None:
            event = _corrected(record, number_of_event, day, expires, take_back=take_back)
            changes.append(Replacement(record.id, number_of_event, event, note))
        _take(registered, record, changes)


def _take(registered: Registered, record: CertificateRecord, changes: list[Change]) -> None:
    if not changes:
        raise click.UsageError(phrases.CORRECT_WHAT)
    registered.register.take(changes, AUTHOR)
    click.echo(phrases.done(registered.line(registered.one(f"#{record.id}"))))


def _corrected(
    record: CertificateRecord,
    number: int,
    day: date | None,
    expires: date | None,
    *,
    take_back: bool,
) -> NewEvent | None:
    """The event with another day, or with another day of expiry; None to take it back."""
    if take_back:
        return None
    if day is None and expires is None:
        raise click.UsageError(phrases.DAY_OR_TAKE_BACK)
    known = next((each for each in record.events if each.event.number == number), None)
    if known is None:
        raise RegisterRefuses(no_such_event(number))
    event = known.event
    return NewEvent(
        event.kind,
        day or event.on,
        "",
        event.severity,
        event.audit_type,
        event.answers,
        expires or event.expires,
    )


def _kind(words: str) -> str:
    kind = words if words in event_kinds() else event_kind(words)
    if kind is None:
        raise RegisterRefuses(unknown_kind(words))
    return kind
