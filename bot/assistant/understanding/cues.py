"""The cues of the language (`cues.toml`): which words point to which meaning."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("cues.toml")


class Cues:
    """Patterns by group and meaning; a meaning holds where one of its patterns is found."""

    def __init__(self, data: dict[str, dict[str, list[str]]]) -> None:
        self._patterns = {
            group: {
                meaning: re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)
                for meaning, patterns in meanings.items()
            }
            for group, meanings in data.items()
        }

    def holds(self, group: str, meaning: str, text: str) -> bool:
        """Whether the text has a cue for this meaning."""
        return self._patterns[group][meaning].search(text) is not None

    def meanings(self, group: str, text: str) -> tuple[str, ...]:
        """All meanings of a group that the text has cues for, in the order of the file."""
        return tuple(m for m, pattern in self._patterns[group].items() if pattern.search(text))

    def in_text_order(self, group: str, text: str, within: int | None = None) -> tuple[str, ...]:
        """The meanings of a group in the order in which their first cues stand in the text.

        With ``within``, only those whose first cue begins in so many characters.
        """
        found = (
            (match.start(), order, meaning)
            for order, (meaning, pattern) in enumerate(self._patterns[group].items())
            if (match := pattern.search(text)) and (within is None or match.start() < within)
        )
        return tuple(meaning for _, _, meaning in sorted(found))

    def spans(self, group: str, text: str) -> tuple[tuple[int, int], ...]:
        """The stretches of the text that are cues for any meaning of a group."""
        patterns = self._patterns[group].values()
        return tuple(match.span() for pattern in patterns for match in pattern.finditer(text))

    def without(self, group: str, meanings: Iterable[str], text: str) -> str:
        """The text with the cues for these meanings blanked."""
        for meaning in meanings:
            text = self._patterns[group][meaning].sub(lambda match: " " * len(match[0]), text)
        return text

    def first(self, group: str, text: str, within: int | None = None) -> str | None:
        """The meaning whose cue stands first in the text, or None."""
        return next(iter(self.in_text_order(group, text, within)), None)


@lru_cache(maxsize=1)
def bundled_cues() -> Cues:
    """The cues that come with the program, read and compiled once."""
    return Cues(tomllib.loads(_FILE.read_text("utf-8")))
