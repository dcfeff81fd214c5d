from __future__ import annotations

from datetime import date

import pytest

from bot.assistant.answer import Question
from bot.assistant.understanding import QuestionReader, Understanding
from bot.assistant.understanding.continuing import read_conversation
from bot.composition import question_reader
from knowledge.library import Library

TODAY = date(2026, 11, 21)
FIRST = "腾标公有云PII，150人，高风险，监督要几个人天"


@pytest.fixture(scope="module")
def reader() -> QuestionReader:
    return question_reader(Library.load())


def heard(reader: QuestionReader, *texts: str) -> Understanding:
    return read_conversation(reader, Question(texts[-1], TODAY, before=texts[:-1]))


def test_other_audit_keeps_everything_else(reader: QuestionReader) -> None:
    asked = heard(reader, FIRST, "那再认证呢？")
    assert asked.audit_types == ("recertification",)
    assert asked.amounts.headcounts == (150,)
    assert asked.risks == ("high",)
    assert asked.schemes.ours == ("TB-GZ-036",)
    assert "person_days" in asked.intents


def test_other_headcount_replaces_the_first(reader: QuestionReader) -> None:
    assert heard(reader, FIRST, "换成200人").amounts.headcounts == (200,)


def test_other_scheme_replaces_the_first(reader: QuestionReader) -> None:
    assert heard(reader, FIRST, "网安联的呢").schemes.ours == ("WAL-QP-21",)


def test_third_question_continues_the_second(reader: QuestionReader) -> None:
    asked = heard(reader, FIRST, "那再认证呢？", "换成200人")
    assert (asked.audit_types, asked.amounts.headcounts) == (("recertification",), (200,))


def test_facts_asked_for_are_put_together(reader: QuestionReader) -> None:
    asked = heard(reader, "监督审核最晚哪天", "腾标", "2026-03-08发证", "上次监督2026-10-01")
    assert asked.schemes.ours == ("TB-GZ-036",)
    assert {fact.day for fact in asked.exact_dates} == {date(2026, 3, 8), date(2026, 10, 1)}


def test_corrected_date_replaces_the_one_of_its_kind(reader: QuestionReader) -> None:
    asked = heard(reader, "腾标监督最晚哪天，2026-03-08发证", "2026-04-08发证")
    assert [fact.day for fact in asked.exact_dates] == [date(2026, 4, 8)]


def test_question_of_its_own_keeps_only_the_scheme(reader: QuestionReader) -> None:
    asked = heard(reader, FIRST, "一共要抽几个场所")
    assert asked.schemes.ours == ("TB-GZ-036",)
    assert asked.amounts.headcounts == ()
    assert "person_days" not in asked.intents


def test_question_alone_is_read_as_it_is(reader: QuestionReader) -> None:
    assert heard(reader, FIRST) == reader.read(FIRST, TODAY)
