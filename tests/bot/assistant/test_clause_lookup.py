"""Which parts of a question are clause numbers, and the clauses they name."""

from __future__ import annotations

import pytest

from bot.assistant.clause_lookup import clauses_named, numbers_in
from knowledge.library import Library


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("TB 5.4.5", ("5.4.5",)),
        ("腾标10.3.1第7条", ("10.3.1第7条",)),
        ("5.4.5 3) ②是什么", ("5.4.5 3) ②",)),
        ("附录A注4", ("附录A注4",)),
        ("附录A 02.03几级", ("附录A 02.03",)),
        ("附件1", ("附件1",)),
        ("第三章讲什么", ("第三章",)),
        ("7.2.1和7.3.1", ("7.2.1", "7.3.1")),
    ],
)
def test_clause_numbers_are_found(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    "text",
    ["提高2.5%", "1.5倍", "审2.5天", "2026.11.24", "12.5万", "3.5元", "第三条件", "192.168.1.1/24"],
)
def test_measures_and_dates_are_no_clause_numbers(text: str) -> None:
    assert numbers_in(text) == ()


def test_clauses_are_looked_up_in_the_documents_given(library: Library) -> None:
    found = clauses_named("5.4.5 和 6.2.9", ["TB-GZ-036"], library)
    assert [str(clause.ref) for clause in found] == ["TB-GZ-036 5.4.5", "TB-GZ-036 6.2.9"]


def test_number_that_several_documents_have_names_a_clause_of_each(library: Library) -> None:
    found = clauses_named("6.1", ["RLAC-CSSMS", "WAL-QP-21"], library)
    assert [clause.ref.document for clause in found] == ["RLAC-CSSMS", "WAL-QP-21"]


def test_number_that_no_document_has_names_nothing(library: Library) -> None:
    assert clauses_named("99.9.9", ["TB-GZ-036"], library) == ()


def test_clause_named_twice_stands_once(library: Library) -> None:
    assert len(clauses_named("5.4.5，就是5.4.5", ["TB-GZ-036"], library)) == 1
