from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.clause import ClauseRef
from knowledge.errors import UnknownClause, UnreadableDocument
from knowledge.library import Library
from knowledge.question_bank import QuestionBank, plain

FIRST_SURVEILLANCE = ClauseRef("TB-GZ-036", "6.1.1 1)")
NEXT_SURVEILLANCE = ClauseRef("TB-GZ-036", "6.1.1 2)")


@pytest.fixture(scope="module")
def bundled(library: Library) -> QuestionBank:
    return QuestionBank.load(library)


def written(folder: Path, *lines: object) -> Path:
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (folder / "TB-GZ-036.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_every_document_has_questions(library: Library, bundled: QuestionBank) -> None:
    asked_about = {ref.document for ref, _ in bundled.pairs()}
    assert asked_about == {document.id for document in library.documents}


def test_no_question_stands_twice_within_a_document(bundled: QuestionBank) -> None:
    assert bundled.duplicates() == {}


def test_questions_do_not_say_which_scheme_is_meant(
    library: Library, bundled: QuestionBank
) -> None:
    """The scheme decides where to search; within a document its name tells nothing apart."""
    named = [
        question
        for ref, question in bundled.pairs()
        if any(body in question for body in library.document(ref.document).body_aliases)
    ]
    assert len(named) < len(bundled) / 100


def test_load_reads_the_questions_of_a_clause(tmp_path: Path, library: Library) -> None:
    folder = written(tmp_path, {"clause": "6.1.1 1)", "questions": ["头一次年审？", "几时"]})
    bank = QuestionBank.load(library, folder)
    assert bank.questions(FIRST_SURVEILLANCE) == ("头一次年审？", "几时")
    assert bank.questions(NEXT_SURVEILLANCE) == ()
    assert len(bank) == 2


@pytest.mark.parametrize(
    "line",
    [
        {"clause": "6.1.1 1)"},
        {"clause": "6.1.1 1)", "questions": []},
        {"clause": "6.1.1 1)", "questions": ["a"], "note": "?"},
        ["6.1.1 1)"],
    ],
)
def test_a_wrong_line_is_refused_with_its_number(
    tmp_path: Path, library: Library, line: object
) -> None:
    folder = written(tmp_path, {"clause": "6.1.1 2)", "questions": ["几时"]}, line)
    with pytest.raises(UnreadableDocument, match="第 2 行"):
        QuestionBank.load(library, folder)


def test_an_unknown_clause_is_refused(tmp_path: Path, library: Library) -> None:
    folder = written(tmp_path, {"clause": "99.9", "questions": ["几时"]})
    with pytest.raises(UnknownClause, match=r"99\.9"):
        QuestionBank.load(library, folder)


def test_a_clause_that_stands_twice_is_refused(tmp_path: Path, library: Library) -> None:
    line = {"clause": "6.1.1 1)", "questions": ["几时"]}
    with pytest.raises(UnreadableDocument, match="出现两次"):
        QuestionBank.load(library, written(tmp_path, line, line))


def test_missing_lists_clauses_with_too_few_questions(library: Library) -> None:
    bank = QuestionBank({FIRST_SURVEILLANCE: ("几时",), NEXT_SURVEILLANCE: ("多久", "隔几月")})
    missing = bank.missing(library, at_least=2)
    assert FIRST_SURVEILLANCE in missing
    assert NEXT_SURVEILLANCE not in missing


def test_duplicates_disregard_punctuation_and_case() -> None:
    bank = QuestionBank({FIRST_SURVEILLANCE: ("NC 多久关？",), NEXT_SURVEILLANCE: ("nc多久关",)})
    assert bank.duplicates() == {"nc多久关": (FIRST_SURVEILLANCE, NEXT_SURVEILLANCE)}


def test_the_same_question_to_two_documents_is_no_duplicate() -> None:
    other = ClauseRef("WAL-QP-21", "6.7.1")
    bank = QuestionBank({FIRST_SURVEILLANCE: ("几时",), other: ("几时",)})
    assert bank.duplicates() == {}


def test_overlap_finds_questions_that_must_stay_out() -> None:
    bank = QuestionBank({FIRST_SURVEILLANCE: ("头一次年审几时？", "多久")})
    assert bank.overlap(["头一次 年审几时"]) == ((FIRST_SURVEILLANCE, "头一次年审几时？"),)


def test_with_only_leaves_the_other_questions_out() -> None:
    bank = QuestionBank({FIRST_SURVEILLANCE: ("几时", "多久")})
    part = bank.with_only([(FIRST_SURVEILLANCE, "多久")])
    assert part.questions(FIRST_SURVEILLANCE) == ("多久",)


def test_plain_keeps_letters_digits_and_characters_only() -> None:
    assert plain("ISO 27001，多久？") == "iso27001多久"
