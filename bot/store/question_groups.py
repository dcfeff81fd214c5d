"""Questions that say nearly the same, put together, so that one reads what is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from bot.store.journal_entries import Entry
from knowledge.question_bank import plain

# Half of the pairs of characters in common: 「停证最长能停多久」 and 「停证最多停多久」 have.
_ALIKE = 0.5
_NUMBER = re.compile(r"\d+")

Pairs = frozenset[str]


@dataclass(slots=True)
class QuestionGroup:
    """Entries that ask nearly the same; ``words`` is how it was asked most often."""

    words: str
    pairs: Pairs
    entries: list[Entry] = field(default_factory=list)

    @property
    def people(self) -> int:
        """How many people asked."""
        return len({entry.user for entry in self.entries})

    @property
    def other_words(self) -> tuple[str, ...]:
        """How it was asked too, each wording once."""
        asked = dict.fromkeys(entry.asked.words for entry in self.entries)
        return tuple(words for words in asked if plain(words) != plain(self.words))


def grouped(entries: Iterable[Entry]) -> tuple[QuestionGroup, ...]:
    """The entries in groups, those that were asked most often first."""
    asked = list(entries)
    often = Counter(plain(entry.asked.words) for entry in asked)
    groups: list[QuestionGroup] = []
    for entry in sorted(asked, key=lambda each: -often[plain(each.asked.words)]):
        _group_of(entry, groups).entries.append(entry)
    return tuple(sorted(groups, key=lambda group: -len(group.entries)))


def _group_of(entry: Entry, groups: list[QuestionGroup]) -> QuestionGroup:
    pairs = _pairs(entry.asked.words)
    nearest = max(groups, key=lambda group: _likeness(group.pairs, pairs), default=None)
    if nearest and _likeness(nearest.pairs, pairs) >= _ALIKE:
        return nearest
    groups.append(QuestionGroup(entry.asked.words, pairs))
    return groups[-1]


def _pairs(words: str) -> Pairs:
    """Neighbouring characters; how much of something was asked for makes no difference."""
    text = _NUMBER.sub("0", plain(words))
    return frozenset(one + other for one, other in pairwise(text)) or frozenset({text})


def _likeness(one: Pairs, other: Pairs) -> float:
    """The share of pairs that both have, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other))
