"""A statement of a real calculation over the real documents."""

from __future__ import annotations

from datetime import date

import pytest

from bot.assistant.answer import Question
from bot.composition import assistant_over
from bot.statement.statement import Statement, statement_of
from calculators.calculation import Calculation
from knowledge.library import Library

TODAY = date(2026, 11, 21)


class NoSearch:
    """Finds nothing: the question is computed."""

    def search(self, *_arguments: object) -> tuple[()]:
        return ()


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load()


@pytest.fixture(scope="session")
def calculation(library: Library) -> Calculation:
    question = Question("腾标公有云PII，120人，高风险，监督要几个人天", TODAY)
    (calculation,) = assistant_over(library, NoSearch()).answer(question).calculations
    return calculation


@pytest.fixture(scope="session")
def statement(calculation: Calculation, library: Library) -> Statement:
    return statement_of(calculation, library, TODAY, "小王")
