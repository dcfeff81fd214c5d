"""`clausebot documents add` and `remove`: rule documents that staff bring themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from bot.cli.reading_report import reading_report
from bot.composition import load_library
from bot.indexing import build_index
from bot.settings import Settings
from knowledge.added import AddedDocuments
from knowledge.candidate import Candidate
from knowledge.catalogue import Document
from knowledge.library import Library
from knowledge.naming import is_free, refuse_names

_COMMAS = str.maketrans("，、；;", ",,,,")


@dataclass(frozen=True, slots=True)
class _Stated:
    """What the options say of the document; None where they do not."""

    document_id: str | None
    title: str | None
    short: str | None
    issuer: str | None
    version: str | None
    aliases: str | None
    weak_aliases: str | None


def _joined(_: click.Context, __: click.Parameter, said: tuple[str, ...]) -> str | None:
    """The values of an option that may be given several times; None where it is not given."""
    return ",".join(said) if said else None


@click.command()
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--id", "document_id", metavar="编号", help="文件编号，例如 ABC-01")
@click.option("--title", metavar="名称", help="文件名称")
@click.option("--short", metavar="简称", help="答复里怎么称呼它，默认取第一个叫法")
@click.option("--issuer", metavar="机构", help="发布机构")
@click.option("--version", metavar="版本", help="版本号")
@click.option(
    "--aliases",
    "--alias",
    "aliases",
    metavar="叫法,叫法",
    callback=_joined,
    multiple=True,
    help="同事怎么叫它；提到就只指它；可以写几次",
)
@click.option(
    "--weak-aliases",
    "--weak-alias",
    "weak_aliases",
    metavar="叫法,叫法",
    callback=_joined,
    multiple=True,
    help="也可能指别的项目的叫法",
)
@click.option("--yes", is_flag=True, help="不提问；没写的照文件里读到的填")
def add(file: Path, *, yes: bool, **stated: Any) -> None:
    """收录一份文件（TXT、Markdown、DOCX、有文字的 PDF）并建立索引。

    例：clausebot documents add 服务认证细则.docx --id ABC-01 --aliases 服务认证,ABC
    """
    settings = Settings()
    library = load_library(settings)
    found = Candidate.of_file(file)
    click.echo(reading_report(file.name, found))
    chosen = _catalogued(found, _Stated(**stated), library, ask=not yes)
    document = chosen.document
    _refuse_twice(document, library)
    refuse_names(document, library.documents)
    if not yes:
        click.confirm(f"收录为 {document.id}《{document.title}》吗？", default=True, abort=True)
    with AddedDocuments(settings.documents_folder).adding(document, chosen.text):
        built = build_index(settings, library.with_document(document, chosen.text))
    click.echo(f"已收录 {document.id}《{document.title}》，叫法：{'、'.join(document.aliases)}。")
    click.echo(f"索引已更新：新算 {built.embedded} 条，沿用 {built.reused} 条。")
    click.echo("正在运行的 ClauseBot 重启后才用得上它。")


@click.command()
@click.argument("document", metavar="文件编号")
@click.option("--yes", is_flag=True, help="不提问")
def remove(document: str, *, yes: bool) -> None:
    """删去一份自行收录的文件，并更新索引。

    例：clausebot documents remove ABC-01
    """
    settings = Settings()
    library = load_library(settings)
    held = library.document(document)
    added = AddedDocuments(settings.documents_folder)
    if held not in added.documents:
        raise click.ClickException(f"{held.id} 是自带的文件，不能删去。")
    if not yes:
        click.confirm(f"删去 {held.id}《{held.title}》吗？", abort=True)
    with added.removing(held.id):
        build_index(settings, library.without(held.id))
    click.echo(f"已删去 {held.id}《{held.title}》，索引已更新。")


def _catalogued(found: Candidate, stated: _Stated, library: Library, *, ask: bool) -> Candidate:
    """The file under the names that the options, the person or the text give it, in this order."""
    said = found.document
    document_id = stated.document_id or _asked("文件编号", said.id, ask=ask)
    title = stated.title or _asked("文件名称", said.title, ask=ask)
    free = [name for name in said.aliases if is_free(name, library.documents)]
    words = stated.aliases
    if words is None:
        words = _asked("同事怎么叫它（几个叫法用逗号分开）", "，".join(free), ask=ask)
    chosen = _names(words)
    always = [name for name in (document_id, title) if is_free(name, library.documents)]
    return found.catalogued(
        id=document_id,
        title=title,
        short=stated.short or _shortest(chosen, said.issuer) or title,
        issuer=stated.issuer or said.issuer,
        version=stated.version or said.version,
        aliases=tuple(dict.fromkeys((*chosen, *always))),
        weak_aliases=_names(stated.weak_aliases or ""),
    )


def _shortest(names: tuple[str, ...], issuer: str) -> str:
    """The shortest name that is not the issuer's."""
    return min((name for name in names if name not in issuer), key=len, default="")


def _refuse_twice(document: Document, library: Library) -> None:
    for held in library.documents:
        if held.sha256 == document.sha256:
            raise click.ClickException(f"这份文件已经收录，编号是 {held.id}。")


def _asked(what: str, default: str, *, ask: bool) -> str:
    return str(click.prompt(what, default=default or None)).strip() if ask else default


def _names(words: str) -> tuple[str, ...]:
    """The names in a text with commas between them, without blanks and repetitions."""
    names = (name.strip() for name in words.translate(_COMMAS).split(","))
    return tuple(dict.fromkeys(filter(None, names)))
