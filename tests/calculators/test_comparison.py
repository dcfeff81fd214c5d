"""A topic is found by its name or its Chinese label, and compared over all documents."""

from __future__ import annotations

import pytest

from calculators.audit_types import AuditType
from calculators.comparison import (
    PERSON_DAYS,
    ComparedBooks,
    compare,
    comparison_topics,
    topic_named,
)
from calculators.deadline_rules import load_deadlines
from calculators.eligibility_rules import EligibilityRules
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_rules import PersonDayRules
from calculators.rulebook import load_rulebook
from knowledge.errors import MissingInput, OutOfRange
from knowledge.library import Library


@pytest.fixture(scope="module")
def books(library: Library) -> ComparedBooks:
    ids = [document.id for document in library.documents]
    person_days = {each: load_rulebook(PersonDayRules, each, library) for each in ids}
    eligibility = {each: load_rulebook(EligibilityRules, each, library) for each in ids}
    return ComparedBooks(
        {each: load_deadlines(each, library) for each in ids},
        {each: book for each, book in person_days.items() if book},
        {each: book for each, book in eligibility.items() if book},
    )


def test_every_topic_has_a_row_for_every_document(books: ComparedBooks) -> None:
    for topic in comparison_topics(books).keys() - {PERSON_DAYS}:
        rows = compare(topic, books).rows
        assert tuple(dict.fromkeys(row.document for row in rows)) == books.documents, topic


def test_every_row_has_a_clause_or_says_that_there_is_no_rule(books: ComparedBooks) -> None:
    for topic in comparison_topics(books).keys() - {PERSON_DAYS}:
        for row in compare(topic, books).rows:
            assert (row.calculation is None) != (row.absent is None)
            assert row.calculation is None or row.calculation.quotes


def test_every_comparison_marks_the_strictest_or_says_why_not(books: ComparedBooks) -> None:
    for topic in comparison_topics(books).keys() - {PERSON_DAYS}:
        found = compare(topic, books)
        assert found.strictest or found.notes


def test_rules_of_one_document_are_not_compared_with_each_other(books: ComparedBooks) -> None:
    for topic in comparison_topics(books).keys() - {PERSON_DAYS}:
        found = compare(topic, books)
        ruled = {row.document for row in found.rows if row.calculation}
        assert not found.strictest or len(ruled) > 1


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("suspension_end", "suspension_end"),
        ("证书暂停期限", "suspension_end"),
        ("暂停期限", "suspension_end"),
        ("监督审核", "surveillance"),
        ("第二次监督", "second_surveillance"),
        ("审核人日", "person_days"),
        ("培训学时", "training_hours"),
        ("CISP", "cisp"),
    ],
)
def test_topic_is_found_by_name_label_or_a_part_of_it(
    words: str, topic: str, books: ComparedBooks
) -> None:
    assert topic_named(words, books) == topic


def test_words_of_several_topics_are_refused_with_all_of_them(books: ComparedBooks) -> None:
    with pytest.raises(OutOfRange, match="“监督”不止一个题目") as refused:
        topic_named("监督", books)
    labels = [label for label in comparison_topics(books).values() if "监督" in label]
    assert len(labels) > 2
    assert str(refused.value).endswith(f"可以写：{'、'.join(labels)}。")


def test_words_of_no_topic_are_answered_with_the_nearest(books: ComparedBooks) -> None:
    with pytest.raises(OutOfRange, match=r"没有“客户的记录保存几年”.*认证记录的保存"):
        topic_named("客户的记录保存几年", books)


@pytest.mark.parametrize("words", ["天气", ""])
def test_words_of_no_topic_are_refused_with_the_nearest(words: str, books: ComparedBooks) -> None:
    with pytest.raises(OutOfRange, match=f"没有“{words}”这个题目，可以写："):
        topic_named(words, books)


def test_unknown_topic_is_refused(books: ComparedBooks) -> None:
    with pytest.raises(OutOfRange, match="没有“weather”这个题目"):
        compare("weather", books)


def test_person_days_are_compared_for_the_client_asked_about(books: ComparedBooks) -> None:
    found = compare(PERSON_DAYS, books, PersonDayRequest(AuditType.INITIAL, 150))
    assert found.strictest == ("RLAC-CSSMS",)


def test_person_days_need_the_facts_of_the_client(books: ComparedBooks) -> None:
    with pytest.raises(MissingInput) as missing:
        compare(PERSON_DAYS, books)
    assert "headcount" in missing.value.names
