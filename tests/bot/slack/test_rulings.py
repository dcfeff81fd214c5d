from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bot.slack.errors import StaleButton
from bot.slack.rulings import Ruling, RulingsInMemory, RulingSubject, shown, text_hash
from knowledge.catalogue import Document
from knowledge.clause import ClauseRef
from knowledge.library import Library

ROUNDING = ClauseRef("TB-GZ-036", "5.4.4 2)")
WHOLE = ClauseRef("TB-GZ-036", "5.4.4")
OTHER = ClauseRef("WAL-QP-21", "5.4.4 2)")


@pytest.fixture
def ruling(library: Library) -> Ruling:
    day = date(2026, 11, 24)
    hashed = text_hash(ROUNDING, library)
    return Ruling(ROUNDING, hashed, "按半天", "修约怎么算", "U1", "张总", day)


@pytest.fixture
def edited(library: Library) -> Callable[[str, str], Library]:
    """The library with some words of TB-GZ-036 changed."""

    def change(old: str, new: str) -> Library:
        document: Document = library.document(ROUNDING.document)
        source = library.source(document.id)
        assert old in source
        return library.without(document.id).with_document(document, source.replace(old, new))

    return change


def test_ruling_is_in_force_while_its_clause_reads_the_same(
    ruling: Ruling, library: Library, edited: Callable[[str, str], Library]
) -> None:
    assert ruling.is_in_force(library)
    assert ruling.is_in_force(edited("减少审核时间的理由", "减少审核 时间的理由"))
    assert not ruling.is_in_force(edited("减少审核时间的理由", "减少审核时间的依据"))


def test_ruling_is_void_where_its_clause_or_document_is_gone(
    ruling: Ruling, library: Library
) -> None:
    gone = replace(ruling, ref=ClauseRef("TB-GZ-036", "99.9"))
    assert not gone.is_in_force(library)
    assert not ruling.is_in_force(library.without("TB-GZ-036"))


def test_ruling_covers_what_stands_under_its_clause(
    library: Library, edited: Callable[[str, str], Library]
) -> None:
    other = edited("减少审核时间的理由", "减少审核时间的依据")
    assert text_hash(WHOLE, library) != text_hash(WHOLE, other)


def test_void_ruling_is_told_of_until_there_is_one_in_force(
    ruling: Ruling, library: Library
) -> None:
    void = replace(ruling, text_hash="old")
    elsewhere = replace(void, ref=WHOLE)
    assert shown([void, elsewhere], library) == ((void, False), (elsewhere, False))
    assert shown([ruling, void, elsewhere], library) == ((ruling, True), (elsewhere, False))


def test_rulings_are_those_on_the_clauses_newest_first(ruling: Ruling) -> None:
    rulings = RulingsInMemory()
    for words in ("一", "二"):
        rulings.make(replace(ruling, words=words))
    rulings.make(replace(ruling, ref=OTHER))
    assert [each.words for each in rulings.on([ROUNDING, WHOLE])] == ["二", "一"]
    assert rulings.on([]) == ()


def test_withdrawn_ruling_counts_no_more(ruling: Ruling) -> None:
    rulings = RulingsInMemory()
    for words in ("一", "二"):
        rulings.make(replace(ruling, words=words))
    _, first = rulings.on([ROUNDING])
    rulings.withdraw([first.number], "U1")
    assert [each.words for each in rulings.on([ROUNDING])] == ["二"]


def test_subject_survives_the_button() -> None:
    subject = RulingSubject("修约怎么算", (ROUNDING, OTHER))
    value = subject.to_value()
    assert value
    assert RulingSubject.from_value(value) == subject


def test_long_question_is_shortened_and_no_clause_makes_no_button() -> None:
    value = RulingSubject("长" * 5_000, (ROUNDING,)).to_value()
    assert value
    assert RulingSubject.from_value(value).question.endswith("…")
    assert RulingSubject("问", ()).to_value() is None
    assert RulingSubject("问", (ClauseRef("TB-GZ-036", "长" * 2_000),)).to_value() is None


@pytest.mark.parametrize("value", ["", "{}", "[]", '{"q": "问", "refs": [1]}'])
def test_button_of_another_version_is_stale(value: str) -> None:
    with pytest.raises(StaleButton):
        RulingSubject.from_value(value)
