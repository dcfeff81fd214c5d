"""Words as printed, white space aside: joining hard-wrapped lines and finding words in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WHITE = re.compile(r"\s+")
_REMEMBERED = 8192


@lru_cache(_REMEMBERED)
def compact(text: str) -> str:
    """The text without any white space: the form in which words are compared."""
    return _WHITE.sub("", text)


def join_lines(lines: Iterable[str]) -> str:
    """Undo hard wrapping: no space beside a Chinese character, one between Latin words."""
    joined = ""
    for line in lines:
        words = line.strip()
        gap = " " if joined and words and joined[-1].isascii() and words[0].isascii() else ""
        joined += gap + words
    return joined


def find_words(text: str, words: str) -> tuple[int, int] | None:
    """Where ``words`` stand in ``text`` with white space ignored, as (start, end), or None."""
    wanted = compact(words)
    places = [place for place, character in enumerate(text) if not character.isspace()]
    at = compact(text).find(wanted) if wanted else -1
    if at < 0:
        return None
    return places[at], places[at + len(wanted) - 1] + 1


def skip_words(text: str, words: str) -> int:
    """The offset in ``text`` just before its trailing ``words``, white space ignored.

    ``text`` must end with ``words``; what comes before them is a printed number or mark.
    """
    keep = len(compact(text)) - len(compact(words))
    seen = 0
    for place, character in enumerate(text):
        if character.isspace():
            continue
        if seen == keep:
            return place
        seen += 1
    return len(text)
