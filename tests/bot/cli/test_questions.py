"""`clausebot questions` and `clausebot database`, over a database that the app has written to."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.assistant.answer import Answer, AnswerKind, Citation
from bot.cli.main import COULD_NOT, FINE, WRONG_USAGE, run
from bot.cli.reviewing import review_all
from bot.slack.asked import Asked
from bot.slack.journal import WANTED, AnsweredQuestion, Feedback
from bot.slack.place import Place
from bot.store.database import Database
from bot.store.journal import StoredJournal
from bot.store.question_review import QuestionReview
from bot.store.upgrading import upgrade
from knowledge.clause import ClauseRef
from knowledge.library import Library
from knowledge.question_bank import QuestionBank
from tests.fakes.clock import Clock

PLACE = Place("U1", "C1", "1.1")
ROUNDING = ClauseRef("TB-GZ-036", "5.4.4 2)")


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path}/said.db"
    monkeypatch.setenv("CLAUSEBOT_DATABASE_URL", url)
    opened = Database(url)
    upgrade(opened)
    yield opened
    opened.close()


@pytest.fixture
def now() -> Clock:
    return Clock()


@pytest.fixture
def journal(database: Database, now: Clock) -> StoredJournal:
    return StoredJournal(database, now, "abc")


def note(journal: StoredJournal, words: str, kind: AnswerKind = AnswerKind.NO_ANSWER) -> Asked:
    asked = Asked(words)
    citation = Citation(Library.load().quote(ROUNDING), (), "")
    journal.answered(AnsweredQuestion(PLACE, asked, Answer(kind, "", (citation,))))
    return asked


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert run(arguments) == FINE
    return capsys.readouterr().out.splitlines()


def test_unanswered_questions_are_listed_from_a_day_on(
    journal: StoredJournal, now: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    now.moment = datetime(2026, 10, 31, 15, 59, tzinfo=UTC)
    note(journal, "十月的问题")
    now.later(minutes=1)
    note(journal, "食堂几点开门")
    note(journal, "修约怎么算", AnswerKind.CLAUSES)
    assert said(capsys, "questions", "--unanswered", "--since", "2026-11-01") == [
        "共问了 1 次，归为 1 个问题。",
        "1 次（1 人，最近 2026-11-01）　食堂几点开门",
        "    当时引的条款：TB-GZ-036 5.4.4 2)",
    ]
    assert said(capsys, "questions")[0] == "共问了 3 次，归为 3 个问题。"


def test_complaints_are_listed_with_their_reasons(
    journal: StoredJournal, capsys: pytest.CaptureFixture[str]
) -> None:
    note(journal, "没人评的")
    journal.judged(Feedback(PLACE, note(journal, "食堂几点开门"), False, "wrong_result", "是九点"))
    lines = said(capsys, "questions", "--complaints")
    assert lines[0] == "共问了 1 次，归为 1 个问题。"
    assert lines[-1] == "    👎 算错了：是九点"


def test_wanted_rules_are_listed_apart_from_complaints(
    journal: StoredJournal, capsys: pytest.CaptureFixture[str]
) -> None:
    note(journal, "修约怎么算")
    journal.judged(Feedback(PLACE, note(journal, "食堂几点开门"), False, WANTED))
    lines = said(capsys, "questions", "--wanted")
    assert lines[0] == "共问了 1 次，归为 1 个问题。"
    assert lines[-1] == "    文件没有规定，1 次要求记下"
    assert said(capsys, "questions", "--complaints") == ["没有这样的提问。"]


def test_question_without_a_rule_is_noted_from_the_terminal(
    database: Database,
    shared_index: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLAUSEBOT_INDEX_FOLDER", str(shared_index))
    assert said(capsys, "questions", "record", "食堂几点开门") == ["已记下：食堂几点开门"]
    assert "食堂几点开门" in said(capsys, "questions", "--wanted", "--unanswered")[1]


def test_before_anything_was_asked_there_is_nothing_to_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert said(capsys, "questions", "--unanswered") == ["没有这样的提问。"]
    assert said(capsys, "questions", "review") == ["没有要过目的问题。"]


def test_day_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["questions", "--since", "2026-11-31"]) == WRONG_USAGE
    assert "不是日历上的日期" in capsys.readouterr().err


def test_database_that_cannot_be_opened_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAUSEBOT_DATABASE_URL", "nonsense")
    for command in (["questions"], ["database", "upgrade"]):
        assert run(command) == COULD_NOT
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert "CLAUSEBOT_DATABASE_URL" in err


def test_upgrade_says_which_database_is_current(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAUSEBOT_DATABASE_URL", "sqlite:///new/said.db")
    assert said(capsys, "database", "upgrade") == ["数据库已是最新：sqlite:///new/said.db"]
    assert (tmp_path / "new" / "said.db").exists()


def test_skipped_question_does_not_come_again(
    journal: StoredJournal, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.judged(Feedback(PLACE, note(journal, "零头半天怎么弄呀", AnswerKind.CLAUSES), True))
    monkeypatch.setattr("sys.stdin", io.StringIO("7\ns\n"))
    lines = said(capsys, "questions", "review")
    assert lines[:3] == ["有 1 个点了 👍 的问题要过目。", "", "零头半天怎么弄呀"]
    assert "  1. TB-GZ-036 5.4.4 2)　" in lines[3]
    assert "请写列出的号码、s 或 q。" in "".join(lines)
    assert said(capsys, "questions", "review") == ["没有要过目的问题。"]


def review_answering(
    words: str, database: Database, now: Clock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> bool:
    library, reviewing = Library.load(), QuestionReview(database, now)
    monkeypatch.setattr("sys.stdin", io.StringIO(words))
    proposals = reviewing.proposals(library, QuestionBank({}))
    return review_all(proposals, reviewing, library, lambda _: folder)


def test_accepted_question_is_in_the_bank(
    journal: StoredJournal,
    database: Database,
    now: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for words in ("零头半天怎么弄呀", "还有一个问题"):
        journal.judged(Feedback(PLACE, note(journal, words, AnswerKind.CLAUSES), True))
    assert review_answering("1\nq\n", database, now, tmp_path, monkeypatch)
    assert QuestionBank.load(Library.load(), tmp_path).questions(ROUNDING) == ("零头半天怎么弄呀",)
    left = QuestionReview(database, now).proposals(Library.load(), QuestionBank({}))
    assert [each.question for each in left] == ["还有一个问题"]
