"""`clausebot calibrate`: measures when to say that the documents are silent."""

from __future__ import annotations

from pathlib import Path

import click

from bot.assistant.answer import Question
from bot.assistant.confidence import BUNDLED
from bot.assistant.familiar_words import BUNDLED as WORDS
from bot.calibration import asked_words, read_plain_questions, signals_for, signals_in_turn
from bot.calibration import calibrate as measure
from bot.composition import clock, load_assistant
from bot.measuring_words import measure_words, words_as_toml
from bot.settings import Settings
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("answerable", metavar="有答案的问题", type=_FILE)
@click.argument("unanswerable", metavar="没有答案的问题", type=_FILE)
@click.option(
    "--allowed",
    type=click.FloatRange(0, 0.5),
    default=0.03,
    metavar="误拒率",
    help="容许误拒的比例，默认 0.03",
)
@click.option(
    "--file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=BUNDLED,
    metavar="文件",
    help="结果写到哪里，默认替换自带的",
)
@click.option("--keep-words", is_flag=True, help="沿用已测得的词，只测门槛（给没有题库的文件）")
def calibrate(
    answerable: Path, unanswerable: Path, allowed: float, file: Path, *, keep_words: bool
) -> None:
    """用有答案和没有答案的问题测定“不能回答”的门槛。

    例：clausebot calibrate 有答案.jsonl 没有答案.jsonl
    """
    settings = Settings()
    assistant, today = load_assistant(settings), clock(settings)()
    right, wrong = (
        [Question(text, today) for text in read_plain_questions(path)]
        for path in (answerable, unanswerable)
    )
    if keep_words:
        words = assistant.clauses.confidence.words
        silent = signals_for(assistant, wrong, words)
    else:
        bank = [question for _, question in QuestionBank.load(Library.load()).pairs()]
        words = measure_words(bank, [asked_words(assistant, question) for question in wrong])
        silent = signals_in_turn(assistant, wrong, bank)
        WORDS.write_text(words_as_toml(words), encoding="utf-8")
    measured = measure(signals_for(assistant, right, words), silent, allowed)
    file.write_text(measured.as_toml(), encoding="utf-8")
    click.echo(f"误拒 {allowed:.0%} 时拒答 {measured.refused:.1%}，已写入 {file}。")
