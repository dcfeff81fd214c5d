"""What the assistant returns: an answer that knows nothing of Slack, terminals or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculators.calculation import Calculation
from calculators.comparison import Comparison
from calculators.person_day_variations import Variation
from knowledge.clause import Quote


class AnswerKind(StrEnum):
    """How a question was answered."""

    CALCULATION = "calculation"
    CLAUSES = "clauses"
    CLARIFICATION = "clarification"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Question:
    """A question (提问) with the day it is asked and the scheme that its channel or thread sets.

    ``before`` are the questions that the same conversation asked before it, oldest first.
    """

    text: str
    today: date
    scheme: str | None = None
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A quoted clause with what a reader needs around it.

    ``headings`` are the heading lines it hangs under, outermost first; ``source`` is the line that
    names document, version and clause.
    """

    quote: Quote
    headings: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Option:
    """A legal value of a missing fact: what a button shows and what it stands for."""

    name: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Clarification:
    """Which facts are missing (names of the ``ask`` contract), how to ask, and legal values."""

    ask: tuple[str, ...]
    prompt: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer (答复): what is said first, then what it rests on, best citation first.

    ``variations`` say what another headcount, risk or reduction would give, where there is one
    calculation of person-days; ``comparison`` is there where all schemes are put side by side, with
    its results among the calculations.
    """

    kind: AnswerKind
    text: str
    citations: tuple[Citation, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    clarification: Clarification | None = None
    warnings: tuple[str, ...] = ()
    variations: tuple[Variation, ...] = ()
    comparison: Comparison | None = None

    @property
    def is_silence(self) -> bool:
        """Whether the documents were searched and have no such rule; the nearest are cited."""
        return self.kind is AnswerKind.NO_ANSWER and bool(self.citations)
