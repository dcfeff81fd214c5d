from __future__ import annotations

from importlib import import_module
from itertools import chain
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from indexes.encoder import StaticEncoder
from indexes.units import units_of
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def training() -> ModuleType:
    """Imported late, because torch takes seconds."""
    return import_module("indexes.training")


def test_training_writes_a_model_that_finds_its_questions(
    tmp_path: Path, library: Library, bank: QuestionBank, training: ModuleType
) -> None:
    units = [unit for unit in units_of(library, bank) if unit.questions]
    training.train(units, tmp_path / "model", training.Recipe(rarest=1, epochs=20, batch_size=4))
    encoder = StaticEncoder(tmp_path / "model")
    passages = encoder.encode_documents([unit.passage for unit in units])
    for number, unit in enumerate(units):
        for question in unit.questions:
            assert int(np.argmax(passages @ encoder.encode_query(question))) == number


def test_a_document_without_questions_does_not_stop_training(
    tmp_path: Path, library: Library, bank: QuestionBank, training: ModuleType
) -> None:
    of_one = bank.with_only(pair for pair in bank.pairs() if pair[0].document == "A")
    training.train(units_of(library, of_one), tmp_path, training.Recipe(epochs=1, batch_size=4))
    assert StaticEncoder(tmp_path).dimension == 128


def test_training_again_gives_the_same_model(
    tmp_path: Path, library: Library, bank: QuestionBank, training: ModuleType
) -> None:
    recipe = training.Recipe(epochs=2, batch_size=4)
    for folder in ("one", "other"):
        training.train(units_of(library, bank), tmp_path / folder, recipe)
    assert StaticEncoder(tmp_path / "one").revision == StaticEncoder(tmp_path / "other").revision


def test_no_clause_comes_twice_in_a_batch_and_few_questions_of_it_in_an_epoch(
    training: ModuleType,
) -> None:
    labels = [0] * 20 + [1] * 3 + [2]
    sampler = training.OneQuestionPerClause({"label": labels}, batch_size=2)
    batches = list(sampler)
    clauses = [[labels[row] for row in batch] for batch in batches]
    assert all(len(set(batch)) == len(batch) <= 2 for batch in clauses)
    assert sorted(chain(*clauses)) == [0] * 8 + [1] * 3 + [2]
    assert len(sampler) == len(batches)
