"""What the Slack app needs from the rest of the house, as plain objects handed in at the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from bot.assistant.answer import Answer, Question
from bot.slack.recent_keys import RecentKeys, SeenKeys
from knowledge.library import Library


class Assistant(Protocol):
    """Answers questions."""

    def answer(self, question: Question) -> Answer:
        """The answer to a question; raises ``ClauseBotError`` where there can be none."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """The assistant, the day it is, the library that it quotes from, and what was handled."""

    assistant: Assistant
    today: Callable[[], date]
    library: Library = field(default_factory=Library.load)
    seen: SeenKeys = field(default_factory=RecentKeys)
