from __future__ import annotations

from pathlib import Path

from bot.store.bank_additions import add_question, bank_folder
from knowledge.clause import ClauseRef
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

ROUNDING = ClauseRef("TB-GZ-036", "5.4.4 2)")
RATIO = ClauseRef("TB-GZ-036", "6.2.2")


def test_question_stands_behind_those_of_its_clause_and_the_rest_stays(tmp_path: Path) -> None:
    file = tmp_path / "TB-GZ-036.jsonl"
    others = '{"clause":  "6.2.2", "questions": ["监督几成"]}\n'
    file.write_text(others + '{"clause": "5.4.4 2)", "questions": ["怎么修约"]}\n', "utf-8")
    assert add_question(tmp_path, ROUNDING, "半天怎么算") == file
    assert file.read_text("utf-8").startswith(others)
    bank = QuestionBank.load(Library.load(), tmp_path)
    assert bank.questions(ROUNDING) == ("怎么修约", "半天怎么算")
    assert len(list(tmp_path.iterdir())) == 1


def test_first_question_on_a_clause_or_document_gets_a_line_and_a_file(tmp_path: Path) -> None:
    own = tmp_path / "questions"
    for ref in (ROUNDING, RATIO):
        add_question(own, ref, f"问 {ref.number}")
    bank = QuestionBank.load(Library.load(), own)
    assert bank.questions(RATIO) == ("问 6.2.2",)
    assert len(bank) == 2


def test_questions_of_staff_are_read_with_the_bundled_ones(tmp_path: Path) -> None:
    library = Library.load()
    bundled = QuestionBank.load(library).questions(ROUNDING)
    add_question(tmp_path, ROUNDING, "半天怎么算")
    both = QuestionBank.load(library, extra=tmp_path)
    assert both.questions(ROUNDING) == (*bundled, "半天怎么算")


def test_questions_on_a_document_that_staff_added_stay_beside_it(tmp_path: Path) -> None:
    assert bank_folder("ABC-01", tmp_path) == tmp_path / "questions"
