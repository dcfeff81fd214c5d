"""A sentence-transformers module that embeds a text as the sum of its words and n-grams.

Only training and outside programs use it; at query time ``encoder.StaticEncoder`` reads the same
folder without importing torch.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from sentence_transformers.base.modules.input_module import InputModule
from torch import Tensor, nn

from indexes.tokenizer import default_tokenizer
from indexes.vocabulary import Vocabulary

WEIGHTS = "model.safetensors"
ROWS = "embedding"


class NgramEmbedding(InputModule):
    """Embedding bag over a vocabulary of words and character n-grams.

    Each feature has a vector and, in training, a weight, which saving folds into the vector.
    ``dropout`` is the share of the features of a text that a training step leaves out.
    """

    save_in_root = True

    def __init__(
        self,
        vocabulary: Vocabulary,
        vectors: Tensor,
        weights: Tensor | None = None,
        dropout: float = 0.0,
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.vocabulary = vocabulary
        self.dropout = dropout
        self.embedding = nn.EmbeddingBag.from_pretrained(vectors, freeze=False, mode="sum")
        self.log_weights = nn.Parameter(
            torch.zeros(len(vocabulary)) if weights is None else weights.log()
        )
        self._rows = lru_cache(maxsize=None)(self._rows_of)

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **_: Any
    ) -> dict[str, Tensor]:
        """Rows of all texts in one tensor, and where each text begins."""
        rows = [
            np.concatenate([self._rows(line) for line in f"{prompt or ''}{text}".split("\n")])
            for text in inputs
        ]
        starts = np.cumsum([0, *(len(found) for found in rows[:-1])])
        return {
            "input_ids": torch.from_numpy(np.concatenate(rows) if rows else np.zeros(0, np.int64)),
            "offsets": torch.from_numpy(starts),
        }

    def forward(self, features: dict[str, Tensor], **_: Any) -> dict[str, Tensor]:
        """Adds ``sentence_embedding``, the weighted sum of the rows of each text."""
        rows = features["input_ids"]
        weights = self.log_weights[rows].exp()
        if self.training and self.dropout:
            weights = weights * (torch.rand_like(weights) >= self.dropout)
        features["sentence_embedding"] = self.embedding(rows, features["offsets"], weights)
        return features

    def get_embedding_dimension(self) -> int:
        """Numbers in a vector."""
        return int(self.embedding.embedding_dim)

    @property
    def max_seq_length(self) -> None:
        """There is no longest text."""
        return None

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Write vocabulary, vectors (as 16-bit floats) and configuration."""
        folder = Path(output_path)
        vectors = self.embedding.weight.detach() * self.log_weights.detach().exp()[:, None]
        save_file({ROWS: vectors.half().contiguous()}, folder / WEIGHTS)
        self.vocabulary.save(folder)
        (folder / self.config_file_name).write_text(
            json.dumps({"dimension": self.get_embedding_dimension()}) + "\n", encoding="utf-8"
        )

    @classmethod
    def load(cls, model_name_or_path: str, *_: Any, **__: Any) -> Self:
        """Read a folder that :meth:`save` wrote."""
        folder = Path(model_name_or_path)
        vocabulary = Vocabulary.load(folder, default_tokenizer())
        return cls(vocabulary, load_file(folder / WEIGHTS)[ROWS].float())

    def _rows_of(self, text: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return np.array(self.vocabulary.rows(text), dtype=np.int64)
