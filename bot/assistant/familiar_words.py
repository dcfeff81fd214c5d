"""Whether a question is made of the words of questions that the documents answer.

「补贴」, 「模板」, 「打折」 are asked about often and ruled on nowhere. The terms of a
question have weights in `familiar_words.toml`; ``clausebot calibrate`` measures them on the bank of
questions and on unanswerable ones.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from indexes.tokenizer import Tokenizer, default_tokenizer

BUNDLED = Path(__file__).with_name("familiar_words.toml")


@dataclass(frozen=True, slots=True)
class FamiliarWords:
    """Terms with their weights: above 0 for those of questions that have answers."""

    weights: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0
    tokenizer: Tokenizer = field(default_factory=default_tokenizer)

    @classmethod
    def load(cls, file: Path = BUNDLED) -> FamiliarWords:
        """The measured weights."""
        data = tomllib.loads(file.read_text("utf-8"))
        return cls(data["weights"], data["bias"])

    def terms(self, question: str) -> frozenset[str]:
        """What of a question is weighed, each once."""
        return frozenset(self.tokenizer.terms(question))

    def score(self, question: str) -> float:
        """Above 0 where the words are rather those of questions that have answers."""
        terms = self.terms(question)
        found = sum(self.weights.get(term, 0.0) for term in terms)
        return self.bias + found / math.sqrt(max(len(terms), 1))
