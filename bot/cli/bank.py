"""`clausebot bank …`: checks the bank of questions."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import click

from bot.bank_check import ENOUGH, BankFindings, check_bank
from bot.cli.table import table
from bot.composition import load_bank, load_library, question_reader
from bot.settings import Settings
from indexes.encoder import open_encoder
from indexes.evaluation import Misplaced, better_elsewhere
from indexes.search import Search
from knowledge.errors import UnreadableDocument
from knowledge.library import Library
from knowledge.question_bank import QuestionBank
from knowledge.question_likeness import Alike

_FINE, _TO_MEND = 0, 1


@click.group()
def bank() -> None:
    """题库：检查。

    例：clausebot bank check
    """


@bank.command()
@click.option(
    "--against",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="文件",
    help="不许混进题库的问题（每行一个 JSON，问题在 q），可以写多次",
)
@click.option("--search/--no-search", default=True, help="是否逐题检索，找出更像别条的（约一分钟）")
@click.option("--all", "everything", is_flag=True, help="不必改的也列出来")
def check(against: tuple[Path, ...], *, search: bool, everything: bool) -> int:
    """检查题库：问题太少的条款、重复、更像别条的、与外面的题目相同或相近的。

    例：clausebot bank check --against 题目.jsonl
    """
    settings = Settings()
    library = load_library(settings)
    questions = load_bank(settings, library)
    outside = [text for file in against for text in _read(file)]
    found = check_bank(library, questions, question_reader(library), outside)
    if search:
        found = replace(found, elsewhere=_elsewhere(settings, library, questions))
    click.echo(f"题库：{len(questions)} 问")
    for line in (
        *table(list(_summary(found, searched=search)), numbers_from=1),
        *_details(found, everything=everything),
    ):
        click.echo(line)
    return _FINE if found.is_fine else _TO_MEND


def _elsewhere(
    settings: Settings, library: Library, questions: QuestionBank
) -> tuple[Misplaced, ...]:
    encoder = open_encoder(settings.embedding_model)
    return better_elsewhere(
        Search.load(settings.index_folder, library, encoder, questions), questions
    )


def _read(file: Path) -> Iterator[str]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if line.strip():
            try:
                yield str(json.loads(line)["q"])
            except (ValueError, KeyError, TypeError) as error:
                raise UnreadableDocument(str(file), f"第 {number} 行不是一个提问") from error


def _summary(found: BankFindings, *, searched: bool) -> Iterator[tuple[str, str, str]]:
    yield ("查什么", "查出", "要改")
    yield (f"不足 {ENOUGH} 问的条款", *_all(found.few))
    yield ("同一文件里重复的问题", *_all(found.twice))
    elsewhere = ("未查", "—")
    if searched:
        elsewhere = (str(len(found.elsewhere)), str(len(found.misleading)))
    yield ("先找到别条的问题（前三也没有自己的才要改）", *elsewhere)
    yield ("与外面的题目相同的", *_all(found.same))
    yield ("与外面的题目相近的", *_all(found.nearly_same))


def _all(found: Collection[object]) -> tuple[str, str]:
    """How many were found; all of them have to be mended."""
    return str(len(found)), str(len(found))


def _details(found: BankFindings, *, everything: bool) -> Iterator[str]:
    for ref, count in found.few:
        yield f"- {ref}：只有 {count} 问"
    for question, refs in found.twice.items():
        yield f"- 重复「{question}」：{'、'.join(ref.number for ref in refs)}"
    for misplaced in found.elsewhere if everything else found.misleading:
        yield _elsewhere_line(misplaced)
    for each in (*found.same, *found.nearly_same):
        yield _alike_line(each)


def _elsewhere_line(each: Misplaced) -> str:
    place = "前十没有这一条" if each.rank is None else f"这一条排第 {each.rank}"
    return f"- {each.ref}「{each.question}」先找到 {each.found}，{place}"


def _alike_line(each: Alike) -> str:
    return f"- {each.ref}「{each.question}」与外面的「{each.outside}」相近 {each.likeness:.2f}"
