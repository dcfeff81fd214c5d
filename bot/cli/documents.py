"""`clausebot documents …`: what is held, and what is wrong in it."""

from __future__ import annotations

import click

from bot.cli.adding import add, remove
from bot.cli.comparing import diff
from bot.composition import load_library
from bot.settings import Settings
from knowledge.added import AddedDocuments
from knowledge.checks import as_json, as_markdown, as_text, check_document
from knowledge.errata import load_errata


@click.group()
def documents() -> None:
    """已收录的文件：列出、检查、收录、删去、比较。

    例：clausebot documents list
    """


@documents.command("list")
def list_documents() -> None:
    """列出已收录的文件。

    例：clausebot documents list
    """
    settings = Settings()
    library = load_library(settings)
    errata = load_errata(library)
    added = AddedDocuments(settings.documents_folder).documents
    for document in library.documents:
        own = "（自行收录）" if document in added else ""
        click.echo(f"{document.id}  《{document.title}》{own}")
        in_force = f"{document.effective_from} 起实施" if document.effective_from else "未写实施日"
        version = document.version or "未写版本"
        clauses = len(library.clauses(document.id))
        faults = len(errata.of_document(document.id))
        issuer = document.issuer or "未写机构"
        click.echo(f"    {issuer} · {version} · {in_force} · {clauses} 条 · 勘误 {faults} 处")
        click.echo(f"    叫法：{'、'.join((*document.aliases, *document.weak_aliases))}")


@documents.command()
@click.argument("document", metavar="文件编号", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="输出的形式：text、json 或给技术部的 markdown",
)
def check(document: str | None, form: str) -> None:
    """自动查找文件里的错误：档位、引用、编号、期限、粘贴的文字……

    例：clausebot documents check TB-GZ-036 --format markdown
    """
    library = load_library(Settings())
    errata = load_errata(library)
    chosen = [library.document(document)] if document else list(library.documents)
    for each in chosen:
        findings = check_document(library, each.id)
        match form:
            case "json":
                click.echo(as_json(each, findings))
            case "markdown":
                click.echo(as_markdown(each, findings, errata))
            case _:
                click.echo(as_text(each, findings))


documents.add_command(add)
documents.add_command(remove)
documents.add_command(diff)
