from __future__ import annotations

from typing import NamedTuple

import pytest

from bot.assistant.answer import Answer, AnswerKind, Citation
from bot.slack.asked import Asked
from bot.slack.journal import AnsweredQuestion, Feedback
from bot.slack.place import Place
from bot.store.database import Database
from bot.store.journal import StoredJournal
from bot.store.question_review import QuestionReview
from knowledge.clause import ClauseRef
from knowledge.library import Library
from knowledge.question_bank import QuestionBank
from tests.fakes.clock import Clock

PLACE = Place("U1", "C1", "1.1")
ROUNDING = ClauseRef("TB-GZ-036", "5.4.4 2)")
RATIO = ClauseRef("TB-GZ-036", "6.2.2")
EMPTY = QuestionBank({})


class Desk(NamedTuple):
    """A journal to write to, and the review that reads it."""

    journal: StoredJournal
    review: QuestionReview
    library: Library

    def ask(self, asked: Asked, *refs: ClauseRef, verdict: bool | None = True) -> None:
        cited = tuple(Citation(self.library.quote(ref), (), "") for ref in refs)
        self.journal.answered(AnsweredQuestion(PLACE, asked, Answer(AnswerKind.CLAUSES, "", cited)))
        if verdict is not None:
            self.journal.judged(Feedback(PLACE, asked, verdict))

    def proposed(self, bank: QuestionBank = EMPTY) -> list[tuple[str, tuple[ClauseRef, ...]]]:
        return [(each.question, each.cited) for each in self.review.proposals(self.library, bank)]


@pytest.fixture
def desk(database: Database, now: Clock) -> Desk:
    return Desk(StoredJournal(database, now, ""), QuestionReview(database, now), Library.load())


def test_praised_question_is_proposed_once_with_its_clauses(desk: Desk) -> None:
    for words in ("半天怎么算", "半天怎么算？"):
        desk.ask(Asked(words), ROUNDING, RATIO)
    assert desk.proposed() == [("半天怎么算", (ROUNDING, RATIO))]


def test_question_that_nobody_praised_is_not_proposed(desk: Desk) -> None:
    desk.ask(Asked("没人评"), ROUNDING, verdict=None)
    desk.ask(Asked("有人说不好"), ROUNDING, verdict=False)
    assert desk.proposed() == []


def test_question_that_goes_on_from_another_is_not_proposed(desk: Desk) -> None:
    desk.ask(Asked("那再认证呢", before=("监督几天",)), ROUNDING)
    assert desk.proposed() == []


def test_question_that_the_bank_has_is_not_proposed(desk: Desk) -> None:
    desk.ask(Asked("半天怎么算"), ROUNDING)
    assert desk.proposed(QuestionBank({RATIO: ("半天，怎么算",)})) == []


@pytest.mark.parametrize("accepted", [(), (ROUNDING,)], ids=["passed over", "taken"])
def test_question_that_was_decided_on_is_not_proposed_again(
    desk: Desk, accepted: tuple[ClauseRef, ...]
) -> None:
    desk.ask(Asked("半天怎么算"), ROUNDING)
    (proposal,) = desk.review.proposals(desk.library, EMPTY)
    desk.review.decided(proposal, accepted)
    desk.ask(Asked("半天怎么算"), ROUNDING)
    assert desk.proposed() == []


def test_clause_that_is_gone_is_left_out(desk: Desk) -> None:
    desk.ask(Asked("半天怎么算"), ROUNDING, ClauseRef("WAL-QP-21", "6.2"))
    without_wal = desk.library.without("WAL-QP-21")
    (proposal,) = desk.review.proposals(without_wal, EMPTY)
    assert proposal.cited == (ROUNDING,)
