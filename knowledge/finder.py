"""Finds the clause of one document that a typed number means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.clause import Clause, ClauseKind
from knowledge.numbering import parts
from knowledge.readers.lines import is_heading

_SECTIONS = frozenset({ClauseKind.SECTION, ClauseKind.ANNEX})


class Finder:
    """The clauses of one document by every way to write their numbers."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._by_number = {clause.ref.number: clause for clause in clauses}
        self._by_parts: dict[tuple[str, ...], Clause] = {}
        for clause in clauses:
            self._by_parts.setdefault(parts(clause.ref.number), clause)
        for clause in clauses:
            self._name_paragraphs(clause)

    def find(self, number: str) -> Clause | None:
        """The clause with this number, written in any usual way; None where it is not clear."""
        exact = self._by_number.get(number.strip())
        if exact:
            return exact
        for wanted in _readings(parts(number)):
            if wanted in self._by_parts:
                return self._by_parts[wanted]
        return next(filter(None, map(self._abridged, _readings(parts(number)))), None)

    def _name_paragraphs(self, clause: Clause) -> None:
        """Every paragraph of a clause by its place: 第1段 is its own, 末段 the last one."""
        under = [self._by_number[child.number] for child in clause.children]
        paragraphs = [child for child in under if child.kind is ClauseKind.PARAGRAPH]
        own = own_paragraphs(clause)
        path = parts(clause.ref.number)
        for at, paragraph in enumerate([*[clause] * own, *paragraphs], start=1):
            self._by_parts.setdefault((*path, f"段{at}"), paragraph)
        if paragraphs:
            self._by_parts.setdefault((*path, "末段"), paragraphs[-1])

    def _abridged(self, wanted: tuple[str, ...]) -> Clause | None:
        """The only clause whose number has these parts among others: 5.4.5 注 is 5.4.5 3) 注."""
        if not wanted[1:]:
            return None
        found = {
            clause.ref: clause
            for path, clause in self._by_parts.items()
            if path[0] == wanted[0] and path[-1] == wanted[-1] and _in_order(wanted, path)
        }
        return next(iter(found.values())) if len(found) == 1 else None


def own_paragraphs(clause: Clause) -> int:
    """How many paragraphs the clause has of its own, its heading not counted."""
    lines = clause.text.split("\n") if clause.text else []
    headed = bool(lines) and clause.kind in _SECTIONS and is_heading(lines[0])
    return len(lines) - headed


def _readings(wanted: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The parts as typed, then what people mean by 第7条, 第5章, 10.3.1.7, 9.1 and words around."""
    if not wanted:
        return
    yield wanted
    plain = tuple(part[1:] if part[0] in "条章" and part[1:] else part for part in wanted)
    yield plain
    numbers = tuple(part for part in plain if not _is_word(part))
    if numbers:
        yield numbers
        yield from _split_dots(numbers)


def _split_dots(wanted: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    first, *rest = wanted
    for mark in "-.":
        head, _, tail = first.rpartition(mark)
        items: list[str] = []
        while head:
            items.insert(0, tail)
            yield (head, *items, *rest)
            head, _, tail = head.rpartition(mark)


def _is_word(part: str) -> bool:
    return "\u4e00" <= part[0] <= "\u9fff" and part[0] not in "附注段末"


def _in_order(wanted: Sequence[str], path: Sequence[str]) -> bool:
    steps = iter(path)
    return all(part in steps for part in wanted)
