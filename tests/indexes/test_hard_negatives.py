from __future__ import annotations

from indexes.hard_negatives import mine
from indexes.units import Unit, units_of
from knowledge.clause import ClauseRef
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

PAUSED, HEAD, MISSED = (ClauseRef("A", number) for number in ("3 (2)", "3", "3 (1)"))
YEARLY, DAYS = ClauseRef("A", "2.1"), ClauseRef("A", "2.2")


def refs(units: tuple[Unit, ...]) -> list[ClauseRef]:
    return [unit.ref for unit in units]


def mined(library: Library, bank: QuestionBank, count: int = 9) -> dict[str, list[ClauseRef]]:
    found = mine(units_of(library, bank), library, count)
    return {question: refs(wrong) for (_, question), wrong in found.items()}


def test_the_clause_that_shares_most_words_comes_first(
    library: Library, bank: QuestionBank
) -> None:
    asked = bank.with_only([(YEARLY, "每次监督审核的人日隔多久")])
    assert mined(library, asked)["每次监督审核的人日隔多久"][0] == DAYS


def test_wrong_clauses_are_of_the_same_document_and_never_the_right_one(
    library: Library, bank: QuestionBank
) -> None:
    for (ref, _), wrong in mine(units_of(library, bank), library, 9).items():
        assert {unit.ref.document for unit in wrong} == {ref.document}
        assert ref not in refs(wrong)


def test_what_stands_above_or_under_the_clause_may_answer_too(library: Library) -> None:
    bank = QuestionBank({PAUSED: ("不交费会怎样",), HEAD: ("什么情形暂停证书",)})
    found = mined(library, bank)
    assert HEAD not in found["不交费会怎样"]
    assert MISSED in found["不交费会怎样"]
    assert not {PAUSED, MISSED} & set(found["什么情形暂停证书"])


def test_a_clause_that_holds_nearly_the_same_question_answers_too(library: Library) -> None:
    bank = QuestionBank({PAUSED: ("欠费会停证吗",), MISSED: ("欠费会停证吗？", "没年审呢")})
    found = mined(library, bank)
    assert MISSED not in found["欠费会停证吗"]
    assert PAUSED in found["没年审呢"]


def test_each_question_has_at_most_as_many_as_asked_for(
    library: Library, bank: QuestionBank
) -> None:
    assert {len(wrong) for wrong in mined(library, bank, 1).values()} == {1}
    assert mined(library, bank, 0) == {}
