"""What a recipe is worth: a model trained without some questions of each clause, asked those."""

from __future__ import annotations

import tempfile
from pathlib import Path

from indexes import artefact
from indexes.encoder import StaticEncoder
from indexes.evaluation import Evaluation, asked, compare, split
from indexes.hard_negatives import mine
from indexes.search import Search
from indexes.training import Recipe, train
from indexes.units import units_of
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

_DRAWN_WITH = 1


def measure(
    library: Library, bank: QuestionBank, held_out: int, recipe: Recipe
) -> dict[str, Evaluation]:
    """Train and index without so many questions of each clause; ask them in each way of ranking.

    The same questions are held out for every recipe. Takes as long as a training.
    """
    kept, questions = split(bank, held_out, _DRAWN_WITH)
    units = units_of(library, kept)
    with tempfile.TemporaryDirectory() as folder:
        train(units, Path(folder), recipe, mine(units, library, recipe.hard_negatives))
        encoder = StaticEncoder(Path(folder))
        index = artefact.in_memory(library, kept, encoder)
    return compare(lambda weights: Search(index, encoder, weights), asked(questions))
