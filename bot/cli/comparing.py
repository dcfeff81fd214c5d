"""`clausebot documents diff`: two editions of a document, clause by clause."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.comparison_report import as_json, as_markdown, as_text
from bot.composition import load_library
from bot.edition_impact import impact_of
from bot.settings import Settings
from knowledge.candidate import Candidate
from knowledge.editions import Edition, compare
from knowledge.errata import load_errata
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

_FORMS = {"text": as_text, "json": as_json, "markdown": as_markdown}


@click.command("diff")
@click.argument("old", metavar="旧版")
@click.argument("new", metavar="新版")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMS)),
    default="text",
    help="输出的形式：text、json 或给技术部的 markdown",
)
def diff(old: str, new: str, form: str) -> None:
    """逐条比较两个版本，并列出受影响的规则手册、勘误和题库。

    例：clausebot documents diff TB-GZ-036 新版规则.docx --format markdown
    """
    library = load_library(Settings())
    before = _edition(library, old, like=new)
    after = _edition(library, new, like=old)
    comparison = compare(before, after)
    impact = None
    if before.library is library:
        impact = impact_of(comparison, load_errata(library), QuestionBank.load(library))
    click.echo(_FORMS[form](comparison, impact), nl=False)


def _edition(library: Library, name: str, like: str) -> Edition:
    """The document with this id, or the file, read as the document ``like`` is if that is one."""
    held = {document.id: document for document in library.documents}
    if name not in held and Path(name).is_file():
        reader = held[like].reader if like in held else ""
        candidate = Candidate.of_file(Path(name), reader)
        return Edition(candidate.library, candidate.document)
    return Edition(library, library.document(name))
