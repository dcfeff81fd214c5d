"""Trains the bundled embedding model on the clauses and the question bank.

A question is drawn to what else belongs to its clause (all of it, its passage alone, or another of
its questions) and pushed from the other clauses of the same document, since search is narrowed to a
document. Mined hard negatives, where the recipe asks for some, push from a question its own wrong
clauses only: they are right for others of the batch.
"""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import torch
from datasets import Dataset, DatasetDict
from sentence_transformers import (
    SentenceTransformer,
    SentenceTransformerModelCardData,
    SentenceTransformerTrainer,
    SentenceTransformerTrainingArguments,
)
from sentence_transformers.base.sampler import DefaultBatchSampler
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import Normalize
from torch import Tensor
from torch.nn.functional import cross_entropy
from transformers import PrinterCallback

from indexes.hard_negatives import HardNegatives
from indexes.ngram_embedding import NgramEmbedding
from indexes.starting_vectors import StartingVectors
from indexes.tokenizer import default_tokenizer, surface
from indexes.units import Unit
from indexes.vocabulary import Vocabulary

_TURNS = 8


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model is trained; the defaults made the bundled one.

    ``rarest`` is the number of texts that a feature must occur in to be known; ``hard_negatives``
    the number of mined wrong clauses beside each question.
    """

    rarest: int = 3
    epochs: int = 8
    batch_size: int = 256
    learning_rate: float = 0.01
    starting_length: float = 0.1
    scale: float = 10.0
    dropout: float = 0.5
    hard_negatives: int = 0
    seed: int = 20261124


def train(
    units: Sequence[Unit],
    folder: Path,
    recipe: Recipe = Recipe(),
    negatives: HardNegatives = MappingProxyType({}),
) -> None:
    """Train a model on these units and save it in sentence-transformers' format.

    ``negatives`` are those that ``hard_negatives.mine`` found for the units; without them the
    recipe must ask for none. The same units, recipe and library versions give the same model.
    Takes minutes on two cores.
    """
    _seed(recipe.seed)
    model = _untrained(units, recipe)
    with tempfile.TemporaryDirectory() as scratch:
        trainer = SentenceTransformerTrainer(
            model=model,
            args=_arguments(recipe, scratch),
            train_dataset=_examples(units, recipe.hard_negatives, negatives),
            loss=_loss(model, recipe),
        )
        trainer.remove_callback(PrinterCallback)
        trainer.train()
    folder.mkdir(parents=True, exist_ok=True)
    model.save(str(folder), create_model_card=False)


class OwnNegativesLoss(MultipleNegativesRankingLoss):
    """The contrastive loss in both directions, where a hard negative counts for its question alone.

    Further columns than question and positive are hard negatives of the question.
    """

    def compute_loss_from_embeddings(self, embeddings: list[Tensor], labels: Tensor) -> Tensor:
        """The loss of a batch; embeddings have length one."""
        questions, clauses, *wrong = embeddings
        if not wrong:
            return super().compute_loss_from_embeddings(embeddings, labels)
        pairs = self.scale * questions @ clauses.T
        own_wrong = self.scale * torch.stack([(questions * each).sum(dim=1) for each in wrong], 1)
        right = torch.arange(len(questions))
        to_clause = cross_entropy(torch.cat([pairs, own_wrong], dim=1), right)
        return (to_clause + cross_entropy(pairs.T, right)) / 2


def _loss(model: SentenceTransformer, recipe: Recipe) -> OwnNegativesLoss:
    return OwnNegativesLoss(
        model,
        scale=recipe.scale,
        directions=("query_to_doc", "doc_to_query"),
        partition_mode="per_direction",
    )


class _NoCard(SentenceTransformerModelCardData):
    """No card is written, so no examples for one are chosen (behind a progress bar)."""

    def set_widget_examples(self, dataset: Dataset | DatasetDict) -> None:
        """Nothing."""


class _Form(Enum):
    """How much of a unit an example shows."""

    ALL = "all"
    QUESTION = "question"
    PASSAGE = "passage"


class OneQuestionPerClause(DefaultBatchSampler):
    """Batches in which no clause occurs twice, so that each other clause is a true negative.

    Reads the clause's number from the column ``label``. An epoch takes up to eight questions of a
    clause, drawn anew each time, so that the few clauses with many make no tiny batches.
    """

    def __init__(self, dataset: Any, batch_size: int, seed: int = 0, **_: Any) -> None:
        rows: dict[int, list[int]] = defaultdict(list)
        for row, clause in enumerate(dataset["label"]):
            rows[clause].append(row)
        self._rows = list(rows.values())
        self._turns = min(_TURNS, max(map(len, self._rows)))
        self._most = batch_size
        self._random = random.Random(seed)
        super().__init__(range(len(dataset)), batch_size=batch_size, drop_last=False)

    def __iter__(self) -> Iterator[list[int]]:
        shuffled = [self._random.sample(rows, len(rows)) for rows in self._rows]
        for turn in range(self._turns):
            of_turn = [rows[turn] for rows in shuffled if turn < len(rows)]
            self._random.shuffle(of_turn)
            batches = self._batches(len(of_turn))
            yield from (of_turn[start::batches] for start in range(batches))

    def __len__(self) -> int:
        return sum(
            self._batches(sum(turn < len(rows) for rows in self._rows))
            for turn in range(self._turns)
        )

    def _batches(self, rows: int) -> int:
        return -(-rows // self._most)


def _seed(seed: int) -> None:
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def _untrained(units: Sequence[Unit], recipe: Recipe) -> SentenceTransformer:
    """The starting vectors; a feature's weight falls with the number of texts that have it."""
    texts = [text for unit in units for text in unit.texts]
    vocabulary = Vocabulary.collect(texts, default_tokenizer(), recipe.rarest)
    start = StartingVectors.load()
    rows = [start.vector(surface(feature)) for feature in vocabulary.features]
    vectors = torch.from_numpy(np.stack(rows)) * recipe.starting_length
    weights = _rarity(vocabulary, texts)
    module = NgramEmbedding(vocabulary, vectors, weights, recipe.dropout)
    return SentenceTransformer(
        modules=[module, Normalize()],
        device="cpu",
        model_card_data=_NoCard(),
    )


def _rarity(vocabulary: Vocabulary, texts: Sequence[str]) -> torch.Tensor:
    counts = torch.zeros(len(vocabulary))
    for text in texts:
        counts[list(set(vocabulary.rows(text)))] += 1
    return torch.log1p(len(texts) / counts.clamp(min=1)) / 3


def _examples(units: Sequence[Unit], hard: int, negatives: HardNegatives) -> DatasetDict:
    """A dataset for each document; its columns are those of :func:`_rows`."""
    columns: dict[str, dict[str, list[Any]]] = {}
    for number, unit in enumerate(units):
        for row in _rows(unit, number, hard, negatives):
            of_document = columns.setdefault(unit.ref.document, {name: [] for name in row})
            for name, value in row.items():
                of_document[name].append(value)
    return DatasetDict({name: Dataset.from_dict(rows) for name, rows in columns.items()})


def _rows(
    unit: Unit, number: int, hard: int, negatives: HardNegatives
) -> Iterator[dict[str, str | int]]:
    """Question, something of its unit, hard negatives in the same form, the clause's number."""
    for left_out, question in enumerate(unit.questions):
        wrong = negatives.get((unit.ref, question), ())
        for form, positive in _positives(unit, left_out):
            row: dict[str, str | int] = {"anchor": question, "positive": positive}
            for place in range(hard):
                # A text that says nothing stands where a small document has no more wrong clauses.
                row[f"negative_{place}"] = _shown(wrong[place], form) if place < len(wrong) else ""
            yield {**row, "label": number}


def _positives(unit: Unit, left_out: int) -> list[tuple[_Form, str]]:
    """All of the unit but the question, another question, and (each second time) the passage."""
    others = unit.questions[:left_out] + unit.questions[left_out + 1 :]
    rest = (_Form.ALL, "\n".join((unit.passage, *others)))
    passage = (_Form.PASSAGE, unit.passage)
    another = (_Form.QUESTION, random.choice(others)) if others else passage
    return [rest, another, passage if left_out % 2 else rest]


def _shown(unit: Unit, form: _Form) -> str:
    if form is _Form.QUESTION and unit.questions:
        return random.choice(unit.questions)
    return unit.text if form is _Form.ALL else unit.passage


def _arguments(recipe: Recipe, folder: str) -> SentenceTransformerTrainingArguments:
    return SentenceTransformerTrainingArguments(
        output_dir=folder,
        num_train_epochs=recipe.epochs,
        per_device_train_batch_size=recipe.batch_size,
        learning_rate=recipe.learning_rate,
        lr_scheduler_type="linear",
        weight_decay=0.0,
        batch_sampler=OneQuestionPerClause,
        seed=recipe.seed,
        use_cpu=True,
        save_strategy="no",
        logging_strategy="no",
        report_to="none",
        disable_tqdm=True,
    )
