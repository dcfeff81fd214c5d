"""Rulings (核定): what the technical department decided on a clause as it read at the time."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from threading import Lock
from typing import Protocol

from bot.slack.errors import StaleButton
from bot.slack.text import shorten
from knowledge.clause import ClauseRef
from knowledge.errors import UnknownClause, UnknownDocument
from knowledge.library import Library
from knowledge.verbatim import compact

# Slack takes at most this many characters as the value of a button.
_VALUE_LENGTH = 2_000
_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruling on a clause, on the occasion of a question; ``number`` is given when it is kept."""

    ref: ClauseRef
    text_hash: str
    words: str
    question: str
    user: str
    name: str
    made_on: date
    number: int = 0

    def is_in_force(self, library: Library) -> bool:
        """Whether the clause still reads as it did: a ruling on other words says nothing."""
        try:
            return self.text_hash == text_hash(self.ref, library)
        except (UnknownClause, UnknownDocument):
            return False


def text_hash(ref: ClauseRef, library: Library) -> str:
    """The hash of the clause with everything under it, white space aside."""
    return sha256(compact(library.quote_whole(ref).text).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class RulingSubject:
    """What can be ruled on: the clauses of an answer, and the question that it answered."""

    question: str
    refs: tuple[ClauseRef, ...]

    def to_value(self) -> str | None:
        """The value of a button; None where there is no clause, or too many for one."""
        refs = [[ref.document, ref.number] for ref in self.refs]
        stored = {"q": shorten(self.question, _QUESTION), "refs": refs}
        value = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
        return value if refs and len(value) <= _VALUE_LENGTH else None

    @classmethod
    def from_value(cls, value: str) -> RulingSubject:
        """Reads what :meth:`to_value` wrote; raises ``StaleButton`` for anything else."""
        try:
            stored = json.loads(value)
            return cls(stored["q"], tuple(ClauseRef(*ref) for ref in stored["refs"]))
        except (KeyError, TypeError, ValueError) as error:
            raise StaleButton from error


class Rulings(Protocol):
    """Keeps rulings."""

    def on(self, refs: Collection[ClauseRef]) -> tuple[Ruling, ...]:
        """The rulings on these clauses that were not withdrawn, the newest first."""
        ...

    def make(self, ruling: Ruling) -> None:
        """Keeps a new ruling."""
        ...

    def withdraw(self, numbers: Collection[int], user: str) -> None:
        """The rulings with these numbers no longer count, because the person says so."""
        ...


class RulingsInMemory:
    """The rulings made since the process started."""

    def __init__(self) -> None:
        self._rulings: list[Ruling] = []
        self._made = 0
        self._lock = Lock()

    def on(self, refs: Collection[ClauseRef]) -> tuple[Ruling, ...]:
        """See :class:`Rulings`."""
        return tuple(each for each in reversed(self._rulings) if each.ref in refs)

    def make(self, ruling: Ruling) -> None:
        """See :class:`Rulings`."""
        with self._lock:
            self._made += 1
            self._rulings = [*self._rulings, replace(ruling, number=self._made)]

    def withdraw(self, numbers: Collection[int], user: str) -> None:
        """See :class:`Rulings`."""
        with self._lock:
            self._rulings = [each for each in self._rulings if each.number not in numbers]


def shown(rulings: Sequence[Ruling], library: Library) -> tuple[tuple[Ruling, bool], ...]:
    """The rulings that a reader needs, each with whether it is in force.

    One that is void is told of until there is one in force on the same clause.
    """
    judged = [(ruling, ruling.is_in_force(library)) for ruling in rulings]
    ruled = {ruling.ref for ruling, in_force in judged if in_force}
    return tuple(each for each in judged if each[1] or each[0].ref not in ruled)
