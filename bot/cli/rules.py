"""`clausebot rules …`: the rules as data: what covers them, and all schemes side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

import click

from bot import wording
from bot.assistant.comparing import topic_asked
from bot.assistant.figures import as_words
from bot.assistant.rulebooks import Rulebooks
from bot.cli.table import table
from bot.composition import clock, load_library, question_reader
from bot.settings import Settings
from calculators.audit_types import AuditType, RiskLevel
from calculators.calculation import Calculation
from calculators.comparison import (
    Compared,
    ComparedBooks,
    Comparison,
    compare,
    comparison_topics,
    topic_named,
)
from calculators.coverage import TABLE, write_coverage
from calculators.person_day_request import PersonDayRequest
from knowledge.errors import MissingInput, OutOfRange
from knowledge.library import Library

_AUDITS = {kind.value: kind for kind in AuditType}
_RISKS = {level.value: level for level in RiskLevel}
_MARK = "★"
_HEAD = ("", "认证项目", "规定", "条款")
_Row = tuple[str, str, str, str]


@click.group()
def rules() -> None:
    """规则手册：覆盖表，各项目对比。

    例：clausebot rules compare 证书暂停期限
    """


@rules.command("coverage")
def write_table() -> None:
    """重写规则覆盖表：每条规则由哪个计算器和案例覆盖，或为什么不能计算。

    例：clausebot rules coverage
    """
    count = write_coverage(Library.load())
    click.echo(f"已写 {TABLE.name}：{count} 条规则。")


@rules.command("topics")
def list_topics() -> None:
    """列出可以对比的题目。

    例：clausebot rules topics
    """
    for name, label in comparison_topics(_books(load_library(Settings()))).items():
        click.echo(f"{label}  {name}")


@rules.command("compare")
@click.argument("topic", metavar="题目")
@click.option("--people", metavar="人数", type=int, help="有效人数，比较审核人日时用")
@click.option("--audit", type=click.Choice(list(_AUDITS)), default="initial", help="审核类型")
@click.option("--risk", type=click.Choice(list(_RISKS)), help="风险等级")
def compare_schemes(topic: str, people: int | None, audit: str, risk: str | None) -> None:
    """把各认证项目对同一件事的规定并排列出，最严的标 ★。

    例：clausebot rules compare 审核人日 --people 150 --audit surveillance
    """
    settings = Settings()
    library = load_library(settings)
    books = _books(library)
    request = PersonDayRequest(
        audit_type=_AUDITS[audit], headcount=people, risk=_RISKS[risk] if risk else None
    )
    try:
        found = compare(_topic(topic, books, library, settings), books, request)
    except MissingInput as missing:
        raise click.UsageError(wording.PEOPLE_NEEDED) from missing
    click.echo(found.label)
    for line in table([_HEAD, *_rows(found, library)]):
        click.echo(line)
    for note in found.notes:
        click.echo(note)


def _books(library: Library) -> ComparedBooks:
    return Rulebooks.load(library).compared()


def _topic(words: str, books: ComparedBooks, library: Library, settings: Settings) -> str:
    """The topic by its name or label, else what a question in these words is about."""
    try:
        return topic_named(words, books)
    except OutOfRange:
        asked = question_reader(library).read(words, clock(settings)())
        topic = topic_asked(asked, books)
        if topic is None:
            raise
        return topic


def _rows(found: Comparison, library: Library) -> Iterator[_Row]:
    documents = Counter(row.document for row in found.rows)
    for row in found.rows:
        scheme = library.document(row.document).short
        if row.calculation:
            mark = _MARK if row.strictest else ""
            label = f"{row.calculation.label}：" if documents[row.document] > 1 else ""
            yield mark, scheme, f"{label}{_demand(row.calculation)}", _clauses(row)
        elif row.absent:
            yield "", scheme, wording.not_given(row.absent.topic), _clauses(row)


def _demand(calculation: Calculation) -> str:
    """A figure with its unit; periods in the words of their steps, which name the event too."""
    if isinstance(calculation.value, Fraction) or calculation.unit:
        return f"{as_words(calculation.value)} {calculation.unit}"
    return "；".join(dict.fromkeys(step.text for step in calculation.steps))


def _clauses(row: Compared) -> str:
    if row.calculation:
        numbers = [quote.ref.number for quote in row.calculation.quotes]
    else:
        numbers = list(row.absent.clauses) if row.absent else []
    return "、".join(dict.fromkeys(numbers))
