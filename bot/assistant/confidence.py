"""Whether what was found answers the question, or the documents are silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.assistant.retrieval import Found
from bot.assistant.scope import Scope
from bot.assistant.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Confidence:
    """Decides by a threshold that was measured on unanswerable questions.

    ``words_beside_a_number`` is how many other letters a question may have and still be a look-up
    of the clause number it names.
    """

    threshold: float
    words_beside_a_number: int = 12

    def answers(self, asked: Understanding, scope: Scope, hits: Sequence[Found]) -> bool:
        """Whether the best hit is good enough to be called an answer."""
        if scope.is_foreign and not scope.is_named:
            return False
        return hits[0].score >= self.threshold
