"""What is said to the bot and not asked of the rules; a rule may use the same words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.assistant.understanding import QuestionReader
from bot.composition import question_reader
from knowledge.library import Library

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def reader() -> QuestionReader:
    return question_reader(Library.load())


@pytest.mark.parametrize("said", ["你好", "怎么用", "你怎么用啊", "你能做什么", "帮助", "help"])
def test_greetings_and_calls_for_help_are_small_talk(reader: QuestionReader, said: str) -> None:
    assert "small_talk" in reader.read(said, TODAY).intents


@pytest.mark.parametrize(
    "asked",
    [
        "网安联的标志怎么用",
        "一阶段能做什么，腾标",
        "要不要请人帮助编文件",
        "暂停期间还能做什么宣传",
    ],
)
def test_the_same_words_about_a_rule_are_a_question(reader: QuestionReader, asked: str) -> None:
    assert "small_talk" not in reader.read(asked, TODAY).intents
