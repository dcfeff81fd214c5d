"""The topics of deadlines and the events they count from, read from ``deadline_terms.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).parent / "rulebooks" / "deadline_terms.toml"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Topic(_Strict):
    """What a deadline is about; ``one_of`` names the topics that it stands for."""

    label: str
    one_of: tuple[str, ...] = ()


class Trigger(_Strict):
    """An event that deadlines count from.

    ``accepts`` names the facts whose day is taken for it, ``derive`` the topic whose last day is
    taken where no fact is known, ``question`` and ``ask`` what a person is asked then, ``follows``
    the event that it cannot precede.
    """

    name: str
    label: str
    question: str
    accepts: tuple[str, ...]
    derive: str | None = None
    ask: str | None = None
    follows: str | None = None

    @property
    def asked_name(self) -> str:
        """The fact to ask for, in the words of the ``ask`` contract."""
        return self.ask or self.accepts[0]


class DeadlineTerms(_Strict):
    """All topics and triggers by name."""

    topics: dict[str, Topic]
    triggers: dict[str, Trigger]


@cache
def deadline_terms() -> DeadlineTerms:
    """The terms that every deadline rulebook is written in."""
    data = tomllib.loads(_FILE.read_text("utf-8"))
    triggers = {name: {"name": name, **entry} for name, entry in data["triggers"].items()}
    return DeadlineTerms.model_validate({"topics": data["topics"], "triggers": triggers})
