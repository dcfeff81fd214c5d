from __future__ import annotations

from importlib import import_module
from types import ModuleType

import pytest

from knowledge.library import Library
from knowledge.question_bank import QuestionBank

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def held_out() -> ModuleType:
    """Imported late, because torch takes seconds."""
    return import_module("indexes.held_out")


@pytest.mark.parametrize("hard_negatives", [0, 2])
def test_a_recipe_is_measured_on_the_questions_held_out_in_each_way(
    library: Library, bank: QuestionBank, held_out: ModuleType, hard_negatives: int
) -> None:
    recipe = held_out.Recipe(rarest=1, epochs=2, batch_size=4, hard_negatives=hard_negatives)
    found = held_out.measure(library, bank, 1, recipe)
    assert {way: evaluation.total.questions for way, evaluation in found.items()} == {
        "lexical": 3,
        "dense": 3,
        "fused": 3,
    }
