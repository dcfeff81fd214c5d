"""The five documents, their rulebooks, and an assistant whose search finds what a test says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.assistant.answer import Answer, Question
from bot.assistant.answering import Answering
from bot.assistant.assistant import Assistant
from bot.assistant.evidence import Evidence
from bot.assistant.rulebooks import Rulebooks
from bot.assistant.scope import Scope, scope_of
from bot.assistant.understanding import QuestionReader, Understanding
from bot.composition import assistant_over, load_assistant, question_reader
from bot.settings import Settings
from knowledge.clause import ClauseRef
from knowledge.errata import load_errata
from knowledge.library import Library
from tests.fakes.listed_search import ListedSearch

TODAY = date(2026, 11, 24)
Read = Callable[[str], Understanding]
ScopeOf = Callable[[str], Scope]
Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load()


@pytest.fixture(scope="session")
def reader(library: Library) -> QuestionReader:
    return question_reader(library)


@pytest.fixture(scope="session")
def evidence(library: Library) -> Evidence:
    return Evidence(library)


@pytest.fixture(scope="session")
def answering(library: Library, evidence: Evidence) -> Answering:
    return Answering(library, evidence, load_errata(library))


@pytest.fixture(scope="session")
def rulebooks(library: Library) -> Rulebooks:
    return Rulebooks.load(library)


@pytest.fixture(scope="session")
def read(reader: QuestionReader) -> Read:
    """Reads a question as of TODAY."""
    return lambda words: reader.read(words, TODAY)


@pytest.fixture(scope="session")
def scope(library: Library, read: Read) -> ScopeOf:
    """The scope of a question that no channel narrows."""
    return lambda words: scope_of(read(words), Question(words, TODAY), library)


@pytest.fixture(scope="session")
def ask(library: Library) -> Ask:
    """Answers a question with a search that finds the given clauses and no others."""
    search = ListedSearch()
    assistant = assistant_over(library, search)

    def answered(words: str, *found: ClauseRef, scheme: str | None = None) -> Answer:
        search.refs = found
        return assistant.answer(Question(words, TODAY, scheme))

    return answered


@pytest.fixture(scope="session")
def real_assistant(shared_index: Path) -> Assistant:
    """The assistant with the bundled model and index."""
    return load_assistant(Settings(index_folder=shared_index))
