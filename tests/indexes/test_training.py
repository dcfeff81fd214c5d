from __future__ import annotations

import math
from importlib import import_module
from itertools import chain
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from indexes.encoder import StaticEncoder
from indexes.hard_negatives import mine
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


def test_training_says_nothing(
    tmp_path: Path,
    library: Library,
    bank: QuestionBank,
    training: ModuleType,
    capfd: pytest.CaptureFixture[str],
) -> None:
    training.train(units_of(library, bank), tmp_path, training.Recipe(epochs=1, batch_size=4))
    assert capfd.readouterr() == ("", "")


def test_training_with_hard_negatives_finds_its_questions_and_repeats(
    tmp_path: Path, library: Library, bank: QuestionBank, training: ModuleType
) -> None:
    units = [unit for unit in units_of(library, bank) if unit.questions]
    recipe = training.Recipe(rarest=1, epochs=20, batch_size=4, hard_negatives=2)
    mined = mine(units, library, recipe.hard_negatives)
    for folder in ("one", "other"):
        training.train(units, tmp_path / folder, recipe, mined)
    encoder = StaticEncoder(tmp_path / "one")
    assert encoder.revision == StaticEncoder(tmp_path / "other").revision
    passages = encoder.encode_documents([unit.passage for unit in units])
    for number, unit in enumerate(units):
        for question in unit.questions:
            assert int(np.argmax(passages @ encoder.encode_query(question))) == number


def test_a_hard_negative_counts_for_its_own_question_alone(training: ModuleType) -> None:
    torch = import_module("torch")
    loss = training.OwnNegativesLoss(torch.nn.Identity(), scale=1.0)
    one, other = torch.eye(2)
    pairs, labels = torch.stack([one, other]), torch.zeros(2)

    def of(*wrong: object) -> float:
        columns = [pairs, pairs, torch.stack(list(wrong))]
        return float(loss.compute_loss_from_embeddings(columns, labels))

    like_each_question, like_the_other_question = of(one, other), of(other, one)
    assert like_each_question > like_the_other_question
    assert like_the_other_question == pytest.approx(
        (math.log(math.e + 2) - 1) / 2 + (math.log(math.e + 1) - 1) / 2
    )
