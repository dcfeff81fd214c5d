from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.assistant.answer import Answer, AnswerKind, Citation
from bot.slack.asked import Asked
from bot.slack.journal import AnsweredQuestion, Feedback
from bot.slack.place import Place
from bot.store.database import Database
from bot.store.journal import StoredJournal
from bot.store.journal_entries import Entry, JournalEntries, Judgement
from knowledge.library import Library
from tests.fakes.clock import Clock

IN_VAIN = Answer(AnswerKind.NO_ANSWER, "没有规定。")
THREAD = Place("U1", "C1", "1.1")


def note(journal: StoredJournal, words: str, place: Place = THREAD) -> Asked:
    asked = Asked(words)
    journal.answered(AnsweredQuestion(place, asked, IN_VAIN))
    return asked


def test_entry_says_who_asked_what_where_and_when_and_what_was_cited(
    database: Database, now: Clock
) -> None:
    library = Library.load()
    clause = library.find("TB-GZ-036", "5.4.4 2)")
    assert clause
    answer = Answer(AnswerKind.CLAUSES, "", (Citation(library.quote(clause.ref), (), ""),))
    asked = Asked("修约怎么算", "TB-GZ-036", ("监督几天",), from_channel=True)
    StoredJournal(database, now, "abc").answered(AnsweredQuestion(THREAD, asked, answer))
    assert JournalEntries(database).since() == (
        Entry(asked, now.moment, "U1", "C1", AnswerKind.CLAUSES, (clause.ref,), "abc"),
    )


def test_entries_can_be_narrowed_to_a_time_and_an_outcome(database: Database, now: Clock) -> None:
    journal = StoredJournal(database, now, "")
    note(journal, "早的")
    now.later(days=1)
    since = now.moment
    note(journal, "晚的")
    found = JournalEntries(database)
    assert [entry.asked.text for entry in found.since(since)] == ["晚的"]
    assert [entry.asked.text for entry in found.since()] == ["早的", "晚的"]
    assert found.since(since, AnswerKind.CLAUSES) == ()
    assert found.since(since + timedelta(seconds=1)) == ()


def test_last_questions_are_the_persons_own_newest_first_each_once(
    database: Database, connect: Callable[[], Database], now: Clock
) -> None:
    journal = StoredJournal(database, now, "")
    for user, words in (("U1", "一"), ("U2", "别人的"), ("U1", "二"), ("U1", "一")):
        note(journal, words, Place(user))
    after_a_restart = StoredJournal(connect(), now, "")
    assert after_a_restart.last_questions("U1") == (Asked("一"), Asked("二"))
    assert after_a_restart.last_questions("U3") == ()


def test_judgement_is_on_the_latest_answer_in_the_same_channel(
    database: Database, now: Clock
) -> None:
    journal = StoredJournal(database, now, "")
    for channel in ("C1", "C1", "C2"):
        asked = note(journal, "几天", Place("U1", channel, "1.1"))
    journal.judged(Feedback(THREAD, asked, False, "wrong_result", "是五天"))
    first, second, third = JournalEntries(database).since()
    assert second.complaints == (Judgement("U1", False, "wrong_result", "是五天"),)
    assert first.judgements == third.judgements == ()


def test_who_judges_again_has_changed_their_mind(database: Database, now: Clock) -> None:
    journal = StoredJournal(database, now, "")
    asked = note(journal, "几天")
    for is_good in (False, True):
        journal.judged(Feedback(THREAD, asked, is_good))
    journal.judged(Feedback(Place("U2", "C1", "1.1"), asked, True))
    (entry,) = JournalEntries(database).since()
    assert [(each.user, each.is_good) for each in entry.judgements] == [("U1", True), ("U2", True)]
    assert entry.is_praised


def test_answer_that_one_person_found_bad_is_not_praised(database: Database, now: Clock) -> None:
    journal = StoredJournal(database, now, "")
    asked = note(journal, "几天")
    assert not JournalEntries(database).since()[0].is_praised
    for user, is_good in (("U1", True), ("U2", False)):
        journal.judged(Feedback(Place(user, "C1", "1.1"), asked, is_good))
    assert not JournalEntries(database).since()[0].is_praised


def test_judgement_on_an_answer_older_than_the_journal_is_kept(
    database: Database, now: Clock
) -> None:
    StoredJournal(database, now, "").judged(Feedback(THREAD, Asked("老问题"), True))
    assert JournalEntries(database).since() == ()
