"""`clausebot eval`: scores the assistant on questions whose answers or meanings are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from bot.assistant.assistant import Assistant
from bot.cli import evaluation_report, understanding_report
from bot.composition import load_assistant, load_bank, load_library
from bot.evaluation import Report, read_questions
from bot.ranking_ways import RankingWays
from bot.settings import Settings
from bot.understanding_evaluation import is_about_understanding, read_meanings, understood
from indexes import artefact
from indexes.encoder import open_encoder


@click.command("eval")
@click.argument(
    "files",
    metavar="文件…",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--ways/--no-ways", default=True, help="是否另量各种检索方式（默认量）")
@click.option("--misses", is_flag=True, help="列出答错的问题")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def evaluate(files: tuple[Path, ...], *, ways: bool, misses: bool, as_json: bool) -> None:
    """用已知答案的问题给助手打分。

    文件里写的是意思（means）而不是答案时，给理解打分。

    例：clausebot eval tests/cases/asked/retrieval.jsonl --misses
    """
    evaluator = _Evaluator(ways=ways)
    bodies = {}
    for file in files:
        lines, bodies[str(file)] = evaluator.evaluate(file, misses=misses)
        if not as_json:
            click.echo("\n".join(lines))
    if as_json:
        click.echo(json.dumps(bodies, ensure_ascii=False, indent=2))


class _Evaluator:
    """The assistant of the settings, loaded once for all files."""

    def __init__(self, *, ways: bool) -> None:
        settings = Settings()
        library = load_library(settings)
        self._assistant = load_assistant(settings, library)
        self._ranking = _ranking(settings, self._assistant) if ways else None

    def evaluate(self, file: Path, *, misses: bool) -> tuple[list[str], dict[str, Any]]:
        """The figures of a file, as lines for a terminal and for a program."""
        if is_about_understanding(file):
            readings = [understood(self._assistant, meant) for meant in read_meanings(file)]
            lines = understanding_report.as_text(readings)
            more = understanding_report.misses(readings)
            count, body = len(readings), understanding_report.as_json(readings)
        else:
            asked = list(read_questions(file))
            report = Report.of(self._assistant, asked)
            ranked = self._ranking.compare(asked) if self._ranking else {}
            lines, more = (
                evaluation_report.as_text(report, ranked),
                evaluation_report.misses(report),
            )
            count, body = len(asked), evaluation_report.as_json(report, ranked)
        return [f"{file.name}：{count} 问", *lines, *(more if misses else ())], body


def _ranking(settings: Settings, assistant: Assistant) -> RankingWays:
    library, encoder = assistant.answering.library, open_encoder(settings.embedding_model)
    loaded = artefact.load(settings.index_folder, library, load_bank(settings, library), encoder)
    return RankingWays(library, assistant.reader, loaded, encoder)
