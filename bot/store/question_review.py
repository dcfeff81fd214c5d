"""Questions that people marked 👍, as proposals for the question bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.assistant.answer import AnswerKind
from bot.store.database import Database
from bot.store.journal_entries import Entry, JournalEntries
from bot.store.tables import ReviewedQuestionRow, table_of
from knowledge.clause import ClauseRef
from knowledge.errors import ClauseBotError
from knowledge.library import Library
from knowledge.question_bank import QuestionBank, plain

_REVIEWED = table_of(ReviewedQuestionRow)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question, and the clauses that were its answer, best first."""

    question: str
    cited: tuple[ClauseRef, ...]


class QuestionReview:
    """Proposes what nobody has decided on yet, and keeps what was decided."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._decide = database.upsert(ReviewedQuestionRow, ("document", "question"))

    def proposals(self, library: Library, bank: QuestionBank) -> tuple[Proposal, ...]:
        """Praised questions that are not in the bank, each once, the oldest first.

        A question that only goes on from an earlier one would mean nothing in the bank.
        """
        known = {(ref.document, plain(question)) for ref, question in bank.pairs()}
        known |= self._decided()
        found: dict[tuple[str, tuple[ClauseRef, ...]], Proposal] = {}
        for entry in self._praised():
            question = plain(entry.asked.text)
            cited = tuple(_new(entry.cited, question, known, library))
            if cited:
                found.setdefault((question, cited), Proposal(entry.asked.text, cited))
        return tuple(found.values())

    def decided(self, proposal: Proposal, accepted: Sequence[ClauseRef]) -> None:
        """Keeps that the question went to these clauses, or to none."""
        chosen = {ref.document: ref.number for ref in accepted}
        rows = [
            {
                "document": document,
                "question": plain(proposal.question),
                "clause": chosen.get(document),
                "reviewed_at": self._now(),
            }
            for document in dict.fromkeys(ref.document for ref in proposal.cited)
        ]
        with self._database.writing() as connection:
            connection.execute(self._decide, rows)

    def _praised(self) -> Iterator[Entry]:
        for entry in JournalEntries(self._database).since(kind=AnswerKind.CLAUSES):
            if entry.is_praised and not entry.asked.before:
                yield entry

    def _decided(self) -> set[tuple[str, str]]:
        with self._database.reading() as connection:
            rows = connection.execute(select(_REVIEWED)).mappings()
            return {(row["document"], row["question"]) for row in rows}


def _new(
    cited: Iterable[ClauseRef], question: str, known: set[tuple[str, str]], library: Library
) -> Iterator[ClauseRef]:
    """The clauses that are still there and for which the question is new."""
    for ref in dict.fromkeys(cited):
        try:
            library.clause(ref)
        except ClauseBotError:
            continue
        if (ref.document, question) not in known:
            yield ref
