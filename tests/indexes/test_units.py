from __future__ import annotations

import pytest

from indexes.units import Unit, units_of
from knowledge.clause import ClauseRef
from knowledge.library import Library
from knowledge.question_bank import QuestionBank

from .conftest import Documents


def test_a_unit_is_a_clause_with_its_headings_and_questions(
    library: Library, bank: QuestionBank
) -> None:
    unit = next(u for u in units_of(library, bank) if u.ref == ClauseRef("A", "3 (2)"))
    assert unit.passage == "证书暂停\n不交费。"
    assert unit.text == "证书暂停\n不交费。\n欠费会怎样\n没交钱会不会停证"


def test_a_bare_heading_is_no_unit(library: Library, bank: QuestionBank) -> None:
    assert ClauseRef("A", "2") not in {unit.ref for unit in units_of(library, bank)}


def test_a_bare_heading_with_questions_is_a_unit(library: Library) -> None:
    ref = ClauseRef("A", "2")
    asked = QuestionBank({ref: ("监督审核都有哪些规定",)})
    assert ref in {unit.ref for unit in units_of(library, asked)}


def test_units_of_a_document_stand_together_in_its_order(
    library: Library, bank: QuestionBank
) -> None:
    refs = [unit.ref for unit in units_of(library, bank)]
    assert refs == [clause.ref for clause in library.clauses() if clause.ref in refs]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("《管理体系审核指南》", True),
        ("CNAS-CC01《管理体系认证机构要求》", True),
        ("填写《注销认证证书申请书》，经审核后注销。", False),
        ("不交费。", False),
    ],
)
def test_a_unit_that_is_a_title_only_names(words: str, expected: bool) -> None:
    assert Unit(ClauseRef("A", "1"), words, (), ()).only_names is expected


def test_the_hash_of_a_unit_changes_with_its_words_and_questions(
    documents: Documents, bank: QuestionBank
) -> None:
    def digest(text: str, questions: QuestionBank) -> str:
        return units_of(documents.write({"A": text}), questions)[0].sha256

    ref = ClauseRef("A", "1")
    plain = digest("1. 收费\n每次100元。\n", QuestionBank({}))
    assert digest("1. 收费\n每次200元。\n", QuestionBank({})) != plain
    assert digest("1. 收费\n每次100元。\n", QuestionBank({ref: ("多少钱",)})) != plain
    assert digest("1. 收费\n每次100元。\n", QuestionBank({})) == plain


def test_every_clause_of_the_bundled_documents_that_says_something_is_a_unit() -> None:
    library = Library.load()
    units = {unit.ref for unit in units_of(library, QuestionBank.load(library))}
    silent = [clause for clause in library.clauses() if clause.ref not in units]
    assert all(clause.children for clause in silent)
    assert not any("。" in clause.text for clause in silent)
