"""`clausebot index …`: build the search index, show its passport, train the bundled model."""

from __future__ import annotations

from pathlib import Path

import click

from bot.composition import load_library
from bot.indexing import build_index, is_current
from bot.settings import Settings
from indexes import artefact
from indexes.encoder import BUNDLED_MODEL
from indexes.manifest import Manifest
from indexes.units import units_of
from knowledge.library import Library
from knowledge.question_bank import QuestionBank


@click.group()
def index() -> None:
    """检索索引：建立、查看、训练自带模型。

    例：clausebot index build
    """


@index.command()
@click.option("--if-needed", is_flag=True, help="索引完好且不旧时什么也不做")
def build(*, if_needed: bool) -> None:
    """建立索引，整体写好后再替换旧的。

    例：clausebot index build
    """
    settings = Settings()
    library = load_library(settings)
    if if_needed and is_current(settings, library):
        return
    report = build_index(settings, library)
    click.echo(f"索引已建好：新算 {report.embedded} 条，沿用 {report.reused} 条。{report.folder}")


@index.command()
def info() -> None:
    """查看当前索引的来历：文件、模型、分词、版本。

    例：clausebot index info
    """
    folder = artefact.current_folder(Settings().index_folder)
    click.echo(Manifest.read(folder).model_dump_json(indent=2))


@index.command()
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=BUNDLED_MODEL,
    metavar="文件夹",
    help="模型写到哪里，默认替换自带模型",
)
def train(folder: Path) -> None:
    """用条款和题库训练自带的向量模型（两核几分钟）。

    例：clausebot index train
    """
    from indexes.training import train as train_model

    library = Library.load()
    train_model(units_of(library, QuestionBank.load(library)), folder)
    click.echo(f"模型已写到 {folder}。请接着运行 clausebot index build。")
