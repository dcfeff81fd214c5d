"""`clausebot register obligations`: every deadline of every certificate."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

import click

from bot.cli.parameters import Day
from bot.cli.registered import Registered, opened
from bot.cli.table import table
from bot.register import command_phrases as phrases
from bot.register.record import CertificateRecord
from calculators import deadline_wording as wording
from calculators.obligations.obligation import Obligation, State

_Owed = tuple[CertificateRecord, Obligation]
_STATES = click.Choice([state.value for state in State])


@click.command()
@click.argument("certificate", metavar="证书", required=False)
@click.option("--today", type=Day(), metavar="日期", help="按哪一天算，默认今天")
@click.option("--state", "states", type=_STATES, multiple=True, help="只看这些状态，可写几次")
@click.option("--json", "as_json", is_flag=True, help="每行一个 JSON 对象，连同条款和步骤")
def obligations(
    certificate: str | None, today: date | None, states: tuple[str, ...], as_json: bool
) -> None:
    """全部证书（或一张）的全部期限，逾期的在前。

    例：clausebot register obligations --today 2026-11-24 --state overdue --json
    """
    with opened() as registered:
        day = today or registered.today
        owed = [
            each
            for each in _owed(registered, certificate, day)
            if not states or each[1].state.value in states
        ]
        if as_json:
            for record, obligation in owed:
                click.echo(json.dumps(_object(record, obligation), ensure_ascii=False))
            return
        if not owed:
            click.echo(phrases.NO_OBLIGATIONS)
            return
        for line in table([phrases.OBLIGATION_HEAD, *obligation_rows(registered, owed, day)]):
            click.echo(line)


def obligation_rows(
    registered: Registered, owed: Iterable[_Owed], today: date
) -> Iterator[tuple[str, ...]]:
    """The rows of a table of obligations."""
    for record, each in owed:
        yield (
            each.state.label,
            _day(each),
            _left(each, today),
            record.organization.name,
            record.particulars.number,
            each.label,
            f"{registered.schemes.short(each.clause.ref.document)} {each.clause.ref.number}",
        )


def obligation_notes(owed: Iterable[Obligation], today: date) -> Iterator[str]:
    """What to know of those that are overdue or due soon, besides that their day has passed."""
    labels: dict[str, str] = {}
    for each in owed:
        if each.due and each.state in (State.OVERDUE, State.DUE_SOON):
            gone_by = wording.passed(each.due, today)
            told = dict.fromkeys(each.calculation.warnings, each.label)
            labels |= {words: label for words, label in told.items() if words not in labels}
            labels.pop(gone_by, None)
    return (phrases.note(label, warning) for warning, label in labels.items())


def _owed(registered: Registered, certificate: str | None, today: date) -> list[_Owed]:
    """Overdue ones first, then by day; those that are met at the end."""
    if certificate is None:
        surveyed = registered.survey.all(today)
    else:
        record = registered.one(certificate)
        surveyed = iter([(record, registered.survey.of(record, today))])
    owed = [(record, each) for record, found in surveyed for each in found.obligations]
    return sorted(owed, key=_order)


def _order(owed: _Owed) -> tuple[bool, bool, date]:
    obligation = owed[1]
    day = obligation.due or obligation.earliest or date.max
    return obligation.met_by is not None, obligation.due is None, day


def _left(obligation: Obligation, today: date) -> str:
    met, due = obligation.met_by, obligation.due
    if met is None:
        return phrases.days_left(obligation.days_left(today))
    return phrases.days_late((met.on - due).days) if due and obligation.is_late else ""


def _day(obligation: Obligation) -> str:
    earliest, due = obligation.earliest, obligation.due
    if earliest and due:
        return phrases.window(earliest, due)
    return str(due or earliest or "")


def _object(record: CertificateRecord, obligation: Obligation) -> dict[str, object]:
    clause, opened_by = obligation.clause, obligation.opened_by
    return {
        "organization": record.organization.name,
        "certificate": record.particulars.number,
        "document": record.particulars.document,
        "topic": obligation.topic,
        "label": obligation.label,
        "earliest": obligation.earliest and obligation.earliest.isoformat(),
        "due": obligation.due and obligation.due.isoformat(),
        "state": obligation.state.value,
        "clause": clause.ref.number,
        "quote": clause.text,
        "consequences": [
            {"text": missed.text, "clause": missed.quote.ref.number}
            for missed in obligation.consequences
        ],
        "steps": [step.text for step in obligation.calculation.steps],
        "warnings": list(obligation.calculation.warnings),
        "trigger": opened_by.kind,
        "trigger_date": opened_by.on.isoformat(),
        "met_on": obligation.met_by and obligation.met_by.on.isoformat(),
    }
