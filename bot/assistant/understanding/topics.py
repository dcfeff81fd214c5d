"""Which kind of deadline a question is about (`topics.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("topics.toml")


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    all: tuple[tuple[str, ...], ...]
    no: tuple[str, ...] = ()
    backwards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of deadline with the patterns that must all be found, and those that must not."""

    name: str
    required: tuple[re.Pattern[str], ...]
    forbidden: re.Pattern[str] | None
    reversed: re.Pattern[str] | None = None

    def matches(self, text: str) -> bool:
        """Whether the text is about this."""
        if self.forbidden and self.forbidden.search(text):
            return False
        return all(pattern.search(text) for pattern in self.required)


def _compile(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


@lru_cache(maxsize=1)
def bundled_topics() -> tuple[Topic, ...]:
    """The topics that come with the program, the most specific first."""
    entries = [_Entry.model_validate(e) for e in tomllib.loads(_FILE.read_text("utf-8"))["topic"]]
    entries.sort(key=lambda entry: -len(entry.all))
    return tuple(
        Topic(
            e.name,
            tuple(map(_compile, e.all)),
            _compile(e.no) if e.no else None,
            _compile(e.backwards) if e.backwards else None,
        )
        for e in entries
    )


def deadline_topics(text: str, topics: tuple[Topic, ...]) -> tuple[str, ...]:
    """The names of all topics that the text is about, the most specific first."""
    return tuple(dict.fromkeys(topic.name for topic in topics if topic.matches(text)))


def backward_topics(text: str, topics: tuple[Topic, ...]) -> frozenset[str]:
    """Those topics that the text asks backwards: from the act to the event it counts from."""
    return frozenset(
        topic.name
        for topic in topics
        if topic.reversed and topic.matches(text) and topic.reversed.search(text)
    )
