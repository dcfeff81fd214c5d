"""Two editions of a document, clause by clause: what was added, removed, reworded, renumbered."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from knowledge.catalogue import Document
from knowledge.clause import Clause, ClauseRef
from knowledge.library import Library
from knowledge.rewording import Piece, rewording
from knowledge.verbatim import compact

_ALIKE = 0.5
_ALIKE_IN_PLACE = 0.25


@dataclass(frozen=True, slots=True)
class Edition:
    """A document in a library."""

    library: Library
    document: Document

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, in the order of the text."""
        return self.library.clauses(self.document.id)


@dataclass(frozen=True, slots=True)
class Kept:
    """A clause that both editions have.

    ``follows`` says that its number changed only because that of a clause above it did.
    """

    old: Clause
    new: Clause
    follows: bool = False

    @property
    def is_renumbered(self) -> bool:
        """Whether its number changed."""
        return self.old.ref.number != self.new.ref.number

    @property
    def is_reworded(self) -> bool:
        """Whether its own words changed, white space aside."""
        return compact(self.old.text) != compact(self.new.text)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its words with what changed in them."""
        return rewording(self.old.text, self.new.text)


@dataclass(frozen=True)
class Comparison:
    """What became of each clause; ``kept`` in the order of the new edition."""

    old: Edition
    new: Edition
    kept: tuple[Kept, ...]

    @cached_property
    def removed(self) -> tuple[Clause, ...]:
        """Clauses of the old edition that the new one has not."""
        return _without(self.old.clauses, (pair.old for pair in self.kept))

    @cached_property
    def added(self) -> tuple[Clause, ...]:
        """Clauses of the new edition that the old one had not."""
        return _without(self.new.clauses, (pair.new for pair in self.kept))

    @property
    def reworded(self) -> tuple[Kept, ...]:
        """Clauses whose words changed, renumbered or not."""
        return tuple(pair for pair in self.kept if pair.is_reworded)

    @property
    def renumbered(self) -> tuple[Kept, ...]:
        """Clauses whose number changed, reworded or not."""
        return tuple(pair for pair in self.kept if pair.is_renumbered)

    @property
    def unchanged(self) -> int:
        """How many clauses are as they were."""
        return sum(not (pair.is_renumbered or pair.is_reworded) for pair in self.kept)

    def now(self, old: ClauseRef) -> Clause | None:
        """What a clause of the old edition is in the new one; None where it was removed."""
        return self._now.get(old)

    @cached_property
    def _now(self) -> dict[ClauseRef, Clause]:
        return {pair.old.ref: pair.new for pair in self.kept}


def compare(old: Edition, new: Edition) -> Comparison:
    """Find for each clause of the new edition the one of the old edition that it was."""
    matching = _Matching(old.clauses, new.clauses)
    matching.pair_in_order()
    matching.pair_by(lambda clause: (clause.ref.number, _words(clause)))
    matching.pair_by(lambda clause: _words(clause) or clause.ref)
    matching.pair_alike()
    matching.pair_by(lambda clause: (clause.ref.number, clause.kind))
    return Comparison(old, new, _kept(matching.pairs, new))


class _Matching:
    """Pairs of clauses found so far, and the clauses of both editions that are still alone."""

    def __init__(self, old: Sequence[Clause], new: Sequence[Clause]) -> None:
        self.old = list(old)
        self.new = list(new)
        self.pairs: dict[ClauseRef, Clause] = {}

    def pair_by(self, key: Callable[[Clause], Hashable]) -> None:
        """Pair the first clauses left on both sides that have the same key."""
        waiting: dict[Hashable, list[Clause]] = {}
        for clause in self.old:
            waiting.setdefault(key(clause), []).append(clause)
        self._keep(
            (found.pop(0), clause) for clause in self.new if (found := waiting.get(key(clause)))
        )

    def pair_in_order(self) -> None:
        """Pair clauses with the same words in the same order, whatever their numbers."""
        before, after = (
            [_words(each) or each.ref for each in side] for side in (self.old, self.new)
        )
        blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
        self._keep(
            (self.old[block.a + at], self.new[block.b + at])
            for block in blocks
            for at in range(block.size)
        )

    def pair_alike(self) -> None:
        """Pair clauses whose words are alike, the most alike first; in place less is enough."""
        before = [(clause, _bigrams(_words(clause))) for clause in self.old]
        found: list[tuple[float, int, int]] = []
        for at, clause in enumerate(self.new):
            bigrams = _bigrams(_words(clause))
            for place, (other, others) in enumerate(before):
                likeness = _likeness(bigrams, others)
                in_place = clause.ref.number == other.ref.number
                if likeness >= (_ALIKE_IN_PLACE if in_place else _ALIKE):
                    found.append((likeness + _ALIKE_IN_PLACE * in_place, place, at))
        chosen: list[tuple[Clause, Clause]] = []
        taken_old: set[int] = set()
        taken_new: set[int] = set()
        for _, place, at in sorted(found, key=lambda each: (-each[0], each[1:])):
            if place not in taken_old and at not in taken_new:
                taken_old.add(place)
                taken_new.add(at)
                chosen.append((self.old[place], self.new[at]))
        self._keep(chosen)

    def _keep(self, pairs: Iterable[tuple[Clause, Clause]]) -> None:
        found = list(pairs)
        self.pairs |= {new.ref: old for old, new in found}
        self.old = list(_without(self.old, (old for old, _ in found)))
        self.new = list(_without(self.new, (new for _, new in found)))


def _kept(pairs: dict[ClauseRef, Clause], new: Edition) -> tuple[Kept, ...]:
    kept = []
    for clause in new.clauses:
        if was := pairs.get(clause.ref):
            above = [each for each in new.library.ancestors(clause.ref) if each.ref in pairs]
            moved = [(pairs[each.ref], each) for each in above]
            kept.append(Kept(was, clause, any(_follows(was, clause, pair) for pair in moved)))
    return tuple(kept)


def _follows(old: Clause, new: Clause, above: tuple[Clause, Clause]) -> bool:
    """Whether the number changed only in the part that is the number of a clause above."""
    was, now = above[0].ref.number, above[1].ref.number
    before, after = old.ref.number, new.ref.number
    if was == now or not (before.startswith(was) and after.startswith(now)):
        return False
    return before.removeprefix(was) == after.removeprefix(now)


def _words(clause: Clause) -> str:
    return compact(clause.text)


def _bigrams(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(max(len(words) - 1, 1)))


def _likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of bigrams that both have (Dice), 0 to 1."""
    return 2 * len(first & second) / ((len(first) + len(second)) or 1)


def _without(clauses: Iterable[Clause], taken: Iterable[Clause]) -> tuple[Clause, ...]:
    refs = {clause.ref for clause in taken}
    return tuple(clause for clause in clauses if clause.ref not in refs)
