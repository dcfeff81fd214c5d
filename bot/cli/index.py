"""`clausebot index …`: build the search index, show its passport, train the bundled model."""

from __future__ import annotations

import typer

app = typer.Typer(help="检索索引：建立、查看、训练自带模型。", no_args_is_help=True)
