"""Questions of the bank that are like questions which must stay out of it, such as those of a test.

Alike is measured by the pairs of neighbouring characters that two questions share, as a share of
all their pairs (Jaccard), spaces and punctuation aside.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from knowledge.clause import ClauseRef
from knowledge.question_bank import QuestionBank, plain

TOO_ALIKE = 0.6
"""People who write questions apart from each other come to about 0.57."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A question of the bank and one from outside; ``likeness`` is 1 where they are the same."""

    ref: ClauseRef
    question: str
    outside: str
    likeness: float


class Likeness:
    """Compares questions with all those of a bank."""

    def __init__(self, bank: QuestionBank) -> None:
        self._asked = tuple(bank.pairs())
        self._sizes: list[int] = []
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, (_, question) in enumerate(self._asked):
            pairs = _pairs(question)
            self._sizes.append(len(pairs))
            for pair in pairs:
                self._holding[pair].append(number)

    def like(self, outside: str, at_least: float = TOO_ALIKE) -> tuple[Alike, ...]:
        """The questions of the bank that are so much like this one, the likest first."""
        pairs = _pairs(outside)
        shared = Counter(number for pair in pairs for number in self._holding.get(pair, ()))
        found = (
            Alike(*self._asked[number], outside, count / (len(pairs) + self._sizes[number] - count))
            for number, count in shared.items()
        )
        alike = [each for each in found if each.likeness >= at_least]
        return tuple(sorted(alike, key=lambda each: -each.likeness))


def _pairs(question: str) -> frozenset[str]:
    """Neighbouring characters; the character itself where there is one only."""
    text = plain(question)
    return frozenset(text[at : at + 2] for at in range(max(len(text) - 1, 1)) if text)
