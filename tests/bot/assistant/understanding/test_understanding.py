from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.understanding import QuestionReader, Understanding
from bot.composition import question_reader
from knowledge.library import Library

TUESDAY = date(2026, 11, 24)
TB, RLAC = "TB-GZ-036", "RLAC-CSSMS"
READER = question_reader(Library.load())


def read(text: str) -> Understanding:
    return READER.read(text, TUESDAY)


def test_person_day_question_is_taken_apart() -> None:
    asked = read("<@U1> 腾镖公有云，全职80人＋兼职20人（每天４小时），高风险，年审几个人天")
    assert asked.schemes.ours == (TB,)
    assert asked.audit_types == ("surveillance",)
    assert asked.risks == ("high",)
    assert asked.amounts.headcounts == (80,)
    assert [(group.people, str(group.share)) for group in asked.amounts.part_time] == [(20, "1/2")]
    assert "person_days" in asked.intents
    assert asked.dates == ()


def test_deadline_question_is_taken_apart() -> None:
    asked = read("RLAC 25年5月6号发的证，今年4月2号做了第一次年审，下次最晚哪天")
    assert asked.schemes.ours == (RLAC,)
    assert [(str(fact.day), fact.roles[0]) for fact in asked.dates] == [
        ("2025-05-06", "issue_date"),
        ("2026-04-02", "last_surveillance_date"),
    ]
    assert asked.order == ("first", "next")
    assert "when" in asked.intents
    assert "next_surveillance" in asked.topics
    assert asked.amounts.headcounts == ()


def test_two_audits_for_several_sizes_are_all_kept() -> None:
    asked = read("腾标40人和95人的两家，初审、监督、换证分别几个人天")
    assert asked.amounts.headcounts == (40, 95)
    assert asked.audit_types == ("initial", "surveillance", "recertification")
    assert "several" in asked.wants


@pytest.mark.parametrize(
    "text", ["27001监督几个人天", "去年5月6，几个人天", "ISO/IEC 27017，5.4.4 2)，9001"]
)
def test_digits_of_dates_names_and_clauses_count_nothing(text: str) -> None:
    asked = read(text)
    assert asked.amounts.headcounts == ()
    assert asked.amounts.unclaimed == ()


def test_dates_give_no_cues() -> None:
    words = read("腾标5月31日前的监督").words
    assert "31" not in words
    assert "监督" in words


@pytest.mark.parametrize(
    ("text", "audit_types", "risks"),
    [
        ("不是监督，是换证", ("recertification",), ()),
        ("风险不高，做监督", ("surveillance",), ()),
    ],
)
def test_what_is_denied_is_not_meant(
    text: str, audit_types: tuple[str, ...], risks: tuple[str, ...]
) -> None:
    asked = read(text)
    assert (asked.audit_types, asked.risks) == (audit_types, risks)


def test_month_is_understood_as_no_exact_date() -> None:
    asked = read("去年5月发的证")
    assert asked.dates[0].exact is False
    assert asked.exact_dates == ()


def test_search_text_has_the_documents_words_and_no_scheme() -> None:
    text = read("腾标年审谁来安排").search_text
    assert "腾标" not in text
    assert "年审" in text
    assert "监督审核" in text


@pytest.mark.parametrize(
    ("text", "searched"), [("腾镖谁来安排", "谁来安排"), ("监督申核谁来安排", "监督审核谁来安排")]
)
def test_search_text_has_mended_words_once_and_no_mended_scheme(text: str, searched: str) -> None:
    assert read(text).search_text == searched


@pytest.mark.parametrize(("text", "has_words"), [("", False), ("？！ …", False), ("监督", True)])
def test_text_without_a_letter_has_no_words(text: str, has_words: bool) -> None:
    assert read(text).has_words is has_words


def test_one_reader_reads_alike_for_all(reader: QuestionReader) -> None:
    assert reader.read("腾标监督40人", TUESDAY) == read("腾标监督40人")


CHAT = st.text(
    "腾标监督年审换证人天个一二三十百半0123456789年月日号.-/，,()（）<>@&;%！？ \nTBa",
    max_size=60,
)


@given(CHAT | st.text(max_size=200), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_no_text_is_too_strange_to_read(text: str, today: date) -> None:
    asked = READER.read(text, today)
    assert set(asked.exact_dates) <= set(asked.dates)
    assert asked.text.typed == asked.text.typed.strip()
