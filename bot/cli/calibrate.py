"""`clausebot calibrate`: measures when to say that the documents are silent."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import click
import typer

from bot.assistant.answer import Question
from bot.assistant.confidence import BUNDLED
from bot.calibration import calibrate as measure
from bot.calibration import read_plain_questions, signals_for
from bot.composition import clock, load_assistant
from bot.settings import Settings


def calibrate(
    answerable: Annotated[Path, typer.Argument(metavar="有答案的问题", exists=True)],
    unanswerable: Annotated[Path, typer.Argument(metavar="没有答案的问题", exists=True)],
    allowed: Annotated[
        float, typer.Option(min=0.0, max=0.5, metavar="误拒率", help="容许误拒的比例")
    ] = 0.03,
    file: Annotated[Path, typer.Option(metavar="文件", help="结果写到哪里")] = BUNDLED,
) -> None:
    """用有答案和没有答案的问题测定“不能回答”的门槛。

    例：clausebot calibrate 有答案.jsonl 没有答案.jsonl
    """
    settings = Settings()
    assistant, today = load_assistant(settings), clock(settings)()
    signals = [
        signals_for(assistant, [Question(text, today) for text in read_plain_questions(path)])
        for path in (answerable, unanswerable)
    ]
    measured = measure(signals[0], signals[1], allowed)
    file.write_text(measured.as_toml(), encoding="utf-8")
    click.echo(f"误拒 {allowed:.0%} 时拒答 {measured.refused:.1%}，已写入 {file}。")
