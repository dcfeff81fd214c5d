"""What a new edition does to what we hold of the old one: rulebook entries, errata, the bank."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from calculators.rulebook import RULEBOOKS
from knowledge.clause import ClauseRef
from knowledge.editions import Comparison
from knowledge.errata import Errata
from knowledge.errors import QuoteNotFound, UnknownClause
from knowledge.question_bank import QuestionBank


class Fate(StrEnum):
    """What became of words that we quote, the gravest first."""

    REMOVED = "removed"  # the clause is gone
    REWORDED = "reworded"  # the clause is there and says it otherwise
    MOVED = "moved"  # word for word in a clause with another number


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry whose words are no longer where it says.

    ``entry`` names it: file and key of a rulebook, or the id of an erratum. ``number`` is that of
    the clause in the new edition, ``now`` its words; both are empty where it was removed.
    """

    entry: str
    clause: str
    words: str
    fate: Fate
    number: str
    now: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions of the bank whose clause has another number, other words, or is gone (empty)."""

    clause: str
    number: str
    reworded: bool
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that has to be looked at before the new edition replaces the old one."""

    rules: tuple[Hit, ...]
    errata: tuple[Hit, ...]
    questions: tuple[Questions, ...]


def impact_of(
    comparison: Comparison, errata: Errata, bank: QuestionBank, rulebooks: Path = RULEBOOKS
) -> Impact:
    """What is hit of the rulebooks, errata and questions of the old edition's document."""
    document = comparison.old.document.id
    printed = (
        (erratum.id, quote.ref.number, quote.text)
        for erratum in errata.of_document(document)
        for quote in erratum.printed
    )
    return Impact(
        rules=_sorted(_hits(comparison, _rules(rulebooks / document))),
        errata=_sorted(_hits(comparison, printed)),
        questions=tuple(_questions(comparison, bank)),
    )


def _sorted(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: list(Fate).index(hit.fate)))


def _rules(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Every place of the rulebooks that quotes a clause: file and key, clause, words."""
    for path in sorted(folder.glob("*.toml")):
        yield from _sources(tomllib.loads(path.read_text("utf-8")), path.name)


def _sources(value: Any, key: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, dict):
        if isinstance(value.get("clause"), str) and isinstance(value.get("quote"), str):
            yield key, value["clause"], value["quote"]
        for name, inner in value.items():
            yield from _sources(
                inner, f"{key} {name}" if key.endswith(".toml") else f"{key}.{name}"
            )
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            name = inner.get("id", inner.get("key", place)) if isinstance(inner, dict) else place
            yield from _sources(inner, f"{key}.{name}")


def _hits(comparison: Comparison, entries: Iterable[tuple[str, str, str]]) -> Iterator[Hit]:
    old, new = comparison.old.document.id, comparison.new.document.id
    for entry, clause, words in entries:
        if _stands(comparison, ClauseRef(new, clause), words):
            continue
        now = comparison.now(ClauseRef(old, clause))
        if now is None:
            yield Hit(entry, clause, words, Fate.REMOVED, "", "")
            continue
        fate = Fate.MOVED if _stands(comparison, now.ref, words) else Fate.REWORDED
        text = comparison.new.library.quote(now.ref).text
        yield Hit(entry, clause, words, fate, now.ref.number, text)


def _stands(comparison: Comparison, ref: ClauseRef, words: str) -> bool:
    """Whether the new edition has these words in this clause."""
    try:
        comparison.new.library.quote(ref, words)
    except (UnknownClause, QuoteNotFound):
        return False
    return True


def _questions(comparison: Comparison, bank: QuestionBank) -> Iterator[Questions]:
    for pair in comparison.kept:
        asked = bank.questions(pair.old.ref)
        if asked and (pair.is_renumbered or pair.is_reworded):
            yield Questions(pair.old.ref.number, pair.new.ref.number, pair.is_reworded, asked)
    for clause in comparison.removed:
        if asked := bank.questions(clause.ref):
            yield Questions(clause.ref.number, "", True, asked)
