"""An encoder without a model: vectors fixed by the characters of a text. Counts what it embeds."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray


class HashEmbedder:
    def __init__(self, dimension: int = 64, name: str = "hash", revision: str = "1") -> None:
        self.name = name
        self.revision = revision
        self.dimension = dimension
        self.embedded: list[str] = []

    def encode_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.embedded.extend(texts)
        rows = [self.encode_query(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dimension), dtype=np.float32)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        vector = np.zeros(self.dimension, dtype=np.float32)
        for character in text:
            digest = sha256(character.encode()).digest()
            vector[digest[0] % self.dimension] += 1 if digest[1] % 2 else -1
        length = float(np.linalg.norm(vector))
        return vector / np.float32(length) if length else vector
