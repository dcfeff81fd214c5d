"""`clausebot register import` and `export`: the register from a table and as one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from bot.cli.registered import Registered, opened
from bot.register import command_phrases as commands
from bot.register.command_phrases import AUTHOR
from bot.register.errors import RegisterRefuses
from bot.register.exchange import phrases
from bot.register.exchange.plan import Importing, Plan
from bot.register.exchange.tables import MOST_BYTES

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("file", metavar="文件", type=_FILE)
@click.option("--dry-run", is_flag=True, help="只看会怎样，不写入")
@click.option("--skip-bad", is_flag=True, help="有问题的行不管，其余的导入")
@click.option("--scheme", metavar="项目", help="表里没有认证项目一列时，全表的认证项目")
def import_file(file: Path, *, dry_run: bool, skip_bad: bool, scheme: str | None) -> None:
    """导入 CSV 或 XLSX 台账；有一行有问题就全都不导入。

    例：clausebot register import 台账.xlsx --dry-run
    """
    with opened() as registered:
        plan = _plan(registered, file, scheme)
        _tell(plan, in_full=dry_run)
        if dry_run:
            click.echo(phrases.DRY_RUN)
            return
        if plan.bad and not skip_bad:
            raise RegisterRefuses(phrases.NOTHING_TAKEN)
        if not plan.changes:
            click.echo(phrases.NOTHING_NEW)
            return
        with _progress(commands.WRITING, len(plan.changes)) as told:
            registered.register.take(plan.changes, AUTHOR, told)
        click.echo(phrases.taken(len(plan.new), len(plan.changed)))


@click.command("export")
@click.argument("file", metavar="文件", type=click.Path(dir_okay=False, path_type=Path))
def export_file(file: Path) -> None:
    """导出成 CSV 或 XLSX，可以原样再导入。

    例：clausebot register export 台账.xlsx
    """
    from bot.register.exchange.export import as_csv, as_xlsx

    written = {".csv": as_csv, ".xlsx": as_xlsx}.get(file.suffix.lower())
    if written is None:
        raise RegisterRefuses(commands.WRONG_ENDING)
    with opened() as registered:
        records, survey = registered.register.certificates(), registered.survey
        content = written(
            records,
            registered.schemes.short,
            lambda record: survey.of(record, registered.today).status,
        )
        file.write_bytes(content)
        click.echo(phrases.written(len(records), file))


def _plan(registered: Registered, file: Path, scheme: str | None) -> Plan:
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise RegisterRefuses(phrases.too_big(size, MOST_BYTES))
    document = registered.schemes.document(scheme) if scheme else None
    records = registered.register.certificates()
    importing = Importing(records, registered.schemes, registered.today, document)
    content = file.read_bytes()
    # How many rows there are is known only once they are read; a row of a CSV is a line mostly.
    with _progress(commands.READING, content.count(b"\n") or None) as told:
        return importing.plan(file.name, content, told)


@contextmanager
def _progress(label: str, length: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, and nothing elsewhere; results are not mixed with it."""
    errors: TextIO = sys.stderr
    with click.progressbar(
        length=length or 1,
        label=label,
        file=errors,
        update_min_steps=50,
        hidden=not errors.isatty(),
    ) as bar:
        yield bar.update


def _tell(plan: Plan, *, in_full: bool) -> None:
    for bad in plan.bad:
        click.echo(phrases.bad_row(bad.line, bad.column, bad.reason), err=True)
    if plan.unused:
        click.echo(phrases.unused(plan.unused), err=True)
    if in_full:
        for row in (*plan.new, *plan.changed):
            click.echo(phrases.changes(row.line, f"{row.organization} {row.number}", row.told))
    click.echo(phrases.planned(len(plan.new), len(plan.changed), plan.unchanged, plan.bad_rows))
