"""Two lists of one matter that do not agree: an item more or less, another procedure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument, lists_documents
from knowledge.clause import Clause, ClauseKind

NAME = "lists"

_ALIKE = 0.5
_SHARE = 0.75
_MIN_ITEMS = 2


@dataclass(frozen=True, slots=True)
class Listing:
    """A clause with the words of its items, those that begin with 其他 left out.

    ``pairs`` are the pairs of neighbouring characters of each item: what items are compared by.
    """

    clause: Clause
    items: tuple[str, ...]
    count: int
    pairs: tuple[frozenset[str], ...]


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """One finding for each group of lists whose items are mostly the same and not all."""
    groups: list[list[Listing]] = []
    for listing in _listings(reviewed):
        near = next((group for group in groups if _same_matter(group[0], listing)), None)
        if near:
            near.append(listing)
        else:
            groups.append([listing])
    for group in groups:
        if len(group) > 1 and _differ(reviewed, group):
            yield _finding(group)


def _listings(reviewed: ReviewedDocument) -> Iterator[Listing]:
    for clause in reviewed.body:
        if lists_documents(clause):
            continue
        items = [child for child in reviewed.children(clause) if child.kind is ClauseKind.ITEM]
        said = tuple(
            words
            for words in (reviewed.without_name(item.text) for item in items)
            if not words.startswith("其他")
        )
        if len(said) >= _MIN_ITEMS:
            yield Listing(clause, said, len(items), tuple(map(_pairs, said)))


def _same_matter(first: Listing, second: Listing) -> bool:
    """Whether most items of the shorter list are in the other one too."""
    shorter, longer = sorted((first, second), key=lambda listing: len(listing.items))
    shared = sum(any(_alike(item, other) for other in longer.pairs) for item in shorter.pairs)
    return shared >= _MIN_ITEMS and shared >= _SHARE * len(shorter.items)


def _pairs(words: str) -> frozenset[str]:
    return frozenset(first + second for first, second in pairwise(words))


def _alike(item: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(item & other) >= _ALIKE * (len(item) + len(other))


def _differ(reviewed: ReviewedDocument, group: Sequence[Listing]) -> bool:
    leads = {reviewed.without_name(listing.clause.text) for listing in group}
    return len({listing.items for listing in group}) > 1 or len(leads) > 1


def _finding(group: Sequence[Listing]) -> Finding:
    counts = "、".join(f"{listing.clause.ref.number} {listing.count} 项" for listing in group)
    places = [(listing.clause, listing.clause.text) for listing in group]
    return finding(NAME, places, f"同类的列项有 {len(group)} 处，不尽相同：{counts}。")
