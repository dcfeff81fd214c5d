"""What the journal holds, for the people who look after the answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from bot.assistant.answer import AnswerKind
from bot.slack.asked import Asked
from bot.slack.journal import WANTED
from bot.store.asked_columns import asked_in
from bot.store.database import Database
from bot.store.tables import AskedQuestionRow, JudgementRow, table_of
from knowledge.clause import ClauseRef

_QUESTIONS = table_of(AskedQuestionRow)
_JUDGEMENTS = table_of(JudgementRow)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person thinks of the answer; ``reason`` is a key of the complaints."""

    user: str
    is_good: bool
    reason: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question with its outcome; ``cited`` best first, ``asked_at`` in UTC."""

    asked: Asked
    asked_at: datetime
    user: str
    channel: str | None
    kind: AnswerKind
    cited: tuple[ClauseRef, ...]
    index_version: str
    judgements: tuple[Judgement, ...] = ()

    @property
    def is_praised(self) -> bool:
        """Whether somebody found the answer good and nobody found it bad."""
        return bool(self.judgements) and all(each.is_good for each in self.judgements)

    @property
    def complaints(self) -> tuple[Judgement, ...]:
        """What people found wrong."""
        return tuple(each for each in self._blamed if each.reason != WANTED)

    @property
    def is_wanted(self) -> bool:
        """Whether somebody asked for a rule on it."""
        return any(each.reason == WANTED for each in self._blamed)

    @property
    def _blamed(self) -> tuple[Judgement, ...]:
        return tuple(each for each in self.judgements if not each.is_good)


class JournalEntries:
    """Reads the journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def since(
        self, moment: datetime | None = None, kind: AnswerKind | None = None
    ) -> tuple[Entry, ...]:
        """The entries from that moment on, or all, of one kind of outcome or any; oldest first."""
        wanted = select(_QUESTIONS).order_by(_QUESTIONS.c.id)
        if moment:
            wanted = wanted.where(_QUESTIONS.c.asked_at >= moment)
        if kind:
            wanted = wanted.where(_QUESTIONS.c.kind == kind.value)
        return self._entries(wanted)

    def _entries(self, wanted: Select[Any]) -> tuple[Entry, ...]:
        judgements: dict[int, list[Judgement]] = defaultdict(list)
        with self._database.reading() as connection:
            rows = connection.execute(wanted).mappings().all()
            for said in connection.execute(select(_JUDGEMENTS)).mappings():
                judgement = Judgement(said["user"], said["is_good"], said["reason"], said["words"])
                judgements[said["question_id"]].append(judgement)
        return tuple(_entry(row, judgements[row["id"]]) for row in rows)


def _entry(row: Mapping[Any, Any], judgements: list[Judgement]) -> Entry:
    return Entry(
        asked_in(row),
        row["asked_at"],
        row["user"],
        row["channel"],
        AnswerKind(row["kind"]),
        tuple(ClauseRef(document, number) for document, number in row["cited"]),
        row["index_version"],
        tuple(judgements),
    )
