"""Answers that were given before: the same question on the same day has the same answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from threading import Lock
from typing import Protocol

from bot.assistant.answer import Answer, Question

# What a busy week asks again and again; a few thousand characters each.
_MOST = 500


class Assistant(Protocol):
    """Answers questions."""

    def answer(self, question: Question) -> Answer:
        """The answer to a question; raises ``ClauseBotError`` where there can be none."""
        ...


class RememberedAnswers:
    """An assistant that thinks about one question at a time, and about each only once.

    Thinking is all computing: several threads at it gain nothing, and those that acknowledge
    Slack's events would wait for them. An answer counts until the register changes, since it may be
    about a certificate; ``register_revision`` grows with each change.
    """

    def __init__(
        self, assistant: Assistant, register_revision: Callable[[], int] = lambda: 0
    ) -> None:
        self._assistant = assistant
        self._revision = register_revision
        self._thinking = Lock()
        self._remembered = lru_cache(_MOST)(self._think)

    def answer(self, question: Question) -> Answer:
        """See :class:`Assistant`."""
        return self._remembered(question, self._revision())

    def _think(self, question: Question, _revision: int) -> Answer:
        with self._thinking:
            return self._assistant.answer(question)
