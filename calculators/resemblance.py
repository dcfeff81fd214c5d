"""How far a few typed words are about a text: by whole keywords, else by pairs of characters."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from knowledge.verbatim import compact


def resemblance(typed: str, text: str, keywords: Iterable[str] = ()) -> Fraction:
    """From 0 (nothing in common) upwards; a keyword within the words counts more than any pair."""
    words = compact(typed)
    found = max((_common(compact(keyword), words) for keyword in keywords), default=Fraction(0))
    return found + _shared_pairs(words, compact(text))


def _common(keyword: str, words: str) -> Fraction:
    if keyword in words:
        return Fraction(len(keyword))
    part_of_keyword = len(words) > 1 and words in keyword
    return Fraction(len(words) ** 2, len(keyword)) if part_of_keyword else Fraction(0)


def _shared_pairs(words: str, text: str) -> Fraction:
    pairs = {one + other for one, other in pairwise(words)} or {words}
    return Fraction(sum(pair in text for pair in pairs if pair), len(pairs))
