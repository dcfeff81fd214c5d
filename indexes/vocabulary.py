"""The features that an embedding model knows, each with its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from indexes.tokenizer import Tokenizer

FILE = "vocabulary.txt"


class Vocabulary:
    """Turns a text into the row numbers of its features; unknown features are left out."""

    def __init__(self, features: Sequence[str], tokenizer: Tokenizer) -> None:
        self.features = tuple(features)
        self._tokenizer = tokenizer
        self._rows = {feature: row for row, feature in enumerate(self.features)}

    @classmethod
    def collect(cls, texts: Iterable[str], tokenizer: Tokenizer, at_least: int) -> Vocabulary:
        """The features that occur in at least so many of the texts, in alphabetical order."""
        counts = Counter(feature for text in texts for feature in set(tokenizer.features(text)))
        return cls(sorted(f for f, count in counts.items() if count >= at_least), tokenizer)

    @classmethod
    def load(cls, folder: Path, tokenizer: Tokenizer) -> Vocabulary:
        """Read the vocabulary file of a model folder."""
        return cls((folder / FILE).read_text(encoding="utf-8").splitlines(), tokenizer)

    def save(self, folder: Path) -> None:
        """Write the vocabulary file, one feature a line."""
        (folder / FILE).write_text("\n".join(self.features) + "\n", encoding="utf-8")

    def rows(self, text: str) -> list[int]:
        """The rows of the features of a text, as often as they occur."""
        rows = self._rows
        return [rows[feature] for feature in self._tokenizer.features(text) if feature in rows]

    def __len__(self) -> int:
        return len(self.features)
