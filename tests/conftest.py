"""What all tests share: a clean environment, and one index of the five documents for the run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from bot.settings import Settings
from indexes import artefact
from indexes.encoder import open_encoder
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

pytest_plugins = ["tests.fakes.databases"]

# No test asserts a time, so a loaded machine fails no property.
hypothesis_settings.register_profile("clausebot", deadline=None)
hypothesis_settings.load_profile("clausebot")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine or of a `.env` reaches a test."""
    for field in Settings.model_fields.values():
        if field.alias:
            monkeypatch.delenv(field.alias, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def shared_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of an index of the bundled documents, built once with the bundled model."""
    store = tmp_path_factory.mktemp("index")
    library = Library.load()
    built_at = datetime(2026, 11, 24)
    artefact.build(store, library, QuestionBank.load(library), open_encoder(), built_at)
    return store
