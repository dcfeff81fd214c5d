"""`clausebot eval`: scores the assistant on questions whose right answers are known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bot.assistant.figures import as_json
from bot.composition import load_assistant
from bot.evaluation import Report, Score, measures, read_questions
from bot.settings import Settings

_SHOWN = 2


@click.command("eval")
@click.argument(
    "files",
    metavar="文件…",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--misses", is_flag=True, help="列出答错的问题")
def evaluate(files: tuple[Path, ...], *, misses: bool) -> None:
    """用已知答案的问题给助手打分。

    例：clausebot eval tests/cases/asked/retrieval.jsonl --misses
    """
    assistant = load_assistant(Settings())
    for file in files:
        report = Report.of(assistant, read_questions(file))
        click.echo(f"{file.name}：{len(report.scores)} 问")
        for kind, scores in report.by_kind().items():
            shown = "  ".join(f"{name} {value:.1%}" for name, value in measures(scores).items())
            click.echo(f"  {kind:<9}{len(scores):>4}  {shown}")
        click.echo(f"  延迟 p50 {report.latency(0.5):.1f} ms，p99 {report.latency(0.99):.1f} ms")
        if misses:
            _show(report.misses())


def _show(missed: Sequence[Score]) -> None:
    for each in missed:
        asked, answer = each.asked, each.answer
        click.echo(f"- {asked.id} [{asked.kind}] {asked.question.text}")
        wanted = asked.expect or asked.all_of or asked.any_of
        click.echo(f"    应为 {sorted(asked.documents)} {wanted}")
        values = [(c.document, c.label, as_json(c.value)) for c in answer.calculations]
        quoted = [
            f"{c.quote.ref}「{c.quote.text[:30]}」".replace("\n", " ")
            for c in answer.citations[:_SHOWN]
        ]
        click.echo(f"    得到 {answer.kind} {values or ''} {quoted}")
