"""`clausebot eval`: scores the assistant on questions whose right answers are known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from bot.assistant.assistant import Assistant
from bot.cli import evaluation_report as reporting
from bot.composition import load_assistant, load_bank, load_library
from bot.evaluation import Report, read_questions
from bot.ranking_ways import RankingWays
from bot.settings import Settings
from indexes import artefact
from indexes.encoder import open_encoder
from indexes.evaluation import Evaluation


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

    例：clausebot eval tests/cases/asked/retrieval.jsonl --misses
    """
    scored = _scored(files, ways=ways)
    if as_json:
        body = {str(file): reporting.as_json(report, ranked) for file, report, ranked in scored}
        click.echo(json.dumps(body, ensure_ascii=False, indent=2))
        return
    for file, report, ranked in scored:
        click.echo(f"{file.name}：{len(report.scores)} 问")
        for line in reporting.as_text(report, ranked):
            click.echo(line)
        for line in reporting.misses(report) if misses else ():
            click.echo(line)


_Scored = tuple[Path, Report, dict[str, Evaluation]]


def _scored(files: tuple[Path, ...], *, ways: bool) -> Iterator[_Scored]:
    settings = Settings()
    library = load_library(settings)
    assistant = load_assistant(settings, library)
    ranking = _ranking(settings, assistant) if ways else None
    for file in files:
        asked = list(read_questions(file))
        yield file, Report.of(assistant, asked), ranking.compare(asked) if ranking else {}


def _ranking(settings: Settings, assistant: Assistant) -> RankingWays:
    library, encoder = assistant.answering.library, open_encoder(settings.embedding_model)
    loaded = artefact.load(settings.index_folder, library, load_bank(settings, library), encoder)
    return RankingWays(library, assistant.reader, loaded, encoder)
