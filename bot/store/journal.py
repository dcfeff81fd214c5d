"""Every question with its outcome, and what people thought of the answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import bindparam, insert, select

from bot.slack.asked import Asked
from bot.slack.journal import AnsweredQuestion, Feedback
from bot.store.asked_columns import asked_in, columns_of
from bot.store.database import Database
from bot.store.tables import AskedQuestionRow, JudgementRow, table_of
from bot.store.writing import Writing, WritingAtOnce

_SHOWN_TO_A_PERSON = 10
# Enough to find that many different ones among those asked more than once.
_LOOKED_THROUGH = 50
_QUESTIONS = table_of(AskedQuestionRow)
_ADD = insert(_QUESTIONS)
_LAST_OF_A_PERSON = (
    select(_QUESTIONS)
    .where(_QUESTIONS.c.user == bindparam("of_user"))
    .order_by(_QUESTIONS.c.id.desc())
    .limit(_LOOKED_THROUGH)
)
# The latest question in these words; one of the same channel before all others.
_JUDGED = (
    select(_QUESTIONS.c.id)
    .where(_QUESTIONS.c.text == bindparam("in_words"))
    .order_by(
        (_QUESTIONS.c.channel.is_not_distinct_from(bindparam("in_channel"))).desc(),
        _QUESTIONS.c.id.desc(),
    )
    .limit(1)
)


class StoredJournal:
    """See :class:`bot.slack.journal.Journal`."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        index_version: str,
        writing: Writing | None = None,
    ) -> None:
        self._database = database
        self._now = now
        self._index_version = index_version
        self._writing = writing or WritingAtOnce(database)
        self._judge = database.upsert(JudgementRow, ("question_id", "user"))

    def answered(self, question: AnsweredQuestion) -> None:
        """Keeps who asked what, where and when, and what was said to it."""
        place, answer = question.place, question.answer
        refs = [citation.quote.ref for citation in answer.citations]
        row = {
            "asked_at": self._now(),
            "user": place.user,
            "channel": place.channel,
            "thread": place.thread,
            "is_private": place.is_private,
            **columns_of(question.asked),
            "kind": answer.kind.value,
            "cited": [[ref.document, ref.number] for ref in refs],
            "index_version": self._index_version,
        }
        self._writing.put(_ADD, row)

    def judged(self, feedback: Feedback) -> None:
        """Keeps a person's judgement on the latest answer to that question in that channel."""
        place, asked = feedback.place, feedback.asked
        wanted = {"in_words": asked.text, "in_channel": place.channel}
        said = {
            "user": place.user,
            "judged_at": self._now(),
            "text": asked.words,
            "is_good": feedback.is_good,
            "reason": feedback.reason,
            "words": feedback.words,
        }
        self._writing.flush()
        with self._database.writing() as connection:
            number = connection.execute(_JUDGED, wanted).scalar()
            connection.execute(self._judge, said | {"question_id": number})

    def last_questions(self, user: str) -> tuple[Asked, ...]:
        """What the person asked last, the newest first, each once."""
        self._writing.flush()
        with self._database.reading() as connection:
            found = connection.execute(_LAST_OF_A_PERSON, {"of_user": user}).mappings()
            asked = [asked_in(row) for row in found]
        return tuple(dict.fromkeys(asked))[:_SHOWN_TO_A_PERSON]
