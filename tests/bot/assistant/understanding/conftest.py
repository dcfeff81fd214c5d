"""The five documents and a reader that knows their schemes, made once for all tests."""

from __future__ import annotations

import pytest

from bot.assistant.understanding import QuestionReader
from bot.composition import question_reader
from knowledge.library import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load()


@pytest.fixture(scope="session")
def reader(library: Library) -> QuestionReader:
    return question_reader(library)
