"""What was asked, what came of it, and what people thought of the answer."""

from __future__ import annotations

import logging
from collections import defaultdict, deque
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from bot.assistant.answer import Answer
from bot.slack.asked import Asked
from bot.slack.place import Place

_log = logging.getLogger(__name__)
_KEPT_FOR_A_PERSON = 10
WANTED = "wanted"
"""The reason of a feedback that asks for a rule which the documents do not have."""


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question, where and by whom it was asked, and the answer."""

    place: Place
    asked: Asked
    answer: Answer


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person thought of an answer; ``reason`` and ``words`` where they said why."""

    place: Place
    asked: Asked
    is_good: bool
    reason: str = ""
    words: str = ""


class Journal(Protocol):
    """Keeps questions with their outcome and the feedback on them."""

    def answered(self, question: AnsweredQuestion) -> None:
        """A question was answered, or could not be."""
        ...

    def judged(self, feedback: Feedback) -> None:
        """Somebody judged an answer."""
        ...

    def last_questions(self, user: str) -> tuple[Asked, ...]:
        """What the person asked last, the newest first, each once."""
        ...


class RecentJournal:
    """Writes to the log, and remembers each person's last questions while the process runs."""

    def __init__(self) -> None:
        self._asked: dict[str, deque[Asked]] = defaultdict(lambda: deque(maxlen=_KEPT_FOR_A_PERSON))
        self._lock = Lock()

    def answered(self, question: AnsweredQuestion) -> None:
        """See :class:`Journal`."""
        place, answer = question.place, question.answer
        cited = ", ".join(str(citation.quote.ref) for citation in answer.citations)
        _log.info("%s %s %s [%s]", place.user, place.channel, answer.kind, cited)
        with self._lock:
            self._asked[place.user].append(question.asked)

    def judged(self, feedback: Feedback) -> None:
        """See :class:`Journal`."""
        verdict = "good" if feedback.is_good else f"bad ({feedback.reason})"
        _log.info("%s judged %s", feedback.place.user, verdict)

    def last_questions(self, user: str) -> tuple[Asked, ...]:
        """See :class:`Journal`."""
        with self._lock:
            asked = list(self._asked.get(user, ()))
        return tuple(dict.fromkeys(reversed(asked)))
