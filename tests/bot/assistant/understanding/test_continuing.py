from __future__ import annotations

from datetime import date

import pytest

from bot.assistant.answer import Question
from bot.assistant.understanding import QuestionReader, Understanding
from bot.assistant.understanding.continuing import read_conversation

TUESDAY = date(2026, 11, 24)
TB, WAL = "TB-GZ-036", "WAL-QP-21"
DAYS = "腾标监督，高风险，100人要几个人天"


def read(reader: QuestionReader, *texts: str) -> Understanding:
    *before, text = texts
    return read_conversation(reader, Question(text, TUESDAY, before=tuple(before)))


def test_reply_that_changes_the_audit_keeps_all_else(reader: QuestionReader) -> None:
    asked = read(reader, DAYS, "那再认证呢")
    assert asked.audit_types == ("recertification",)
    assert asked.schemes.ours == (TB,)
    assert asked.risks == ("high",)
    assert asked.amounts.headcounts == (100,)
    assert "person_days" in asked.intents


@pytest.mark.parametrize("reply", ["换成150人", "150个人呢", "那150呢"])
def test_reply_that_changes_the_people_keeps_all_else(reader: QuestionReader, reply: str) -> None:
    asked = read(reader, DAYS, reply)
    assert asked.amounts.headcounts == (150,)
    assert asked.audit_types == ("surveillance",)


def test_reply_that_names_another_scheme_asks_the_same_of_it(reader: QuestionReader) -> None:
    asked = read(reader, DAYS, "网安联的呢")
    assert asked.schemes.ours == (WAL,)
    assert asked.amounts.headcounts == (100,)


def test_reply_that_gives_a_date_keeps_the_dates_of_something_else(reader: QuestionReader) -> None:
    asked = read(reader, "腾标25年5月6号发的证，去年监督哪天", "上次监督是4月2号")
    assert [(str(fact.day), fact.roles[0]) for fact in asked.dates] == [
        ("2026-04-02", "last_surveillance_date"),
        ("2025-05-06", "issue_date"),
    ]


def test_reply_that_gives_the_same_date_anew_replaces_it(reader: QuestionReader) -> None:
    asked = read(reader, "腾标25年5月6号发的证，哪天到期", "说错了，25年6月7号发的")
    assert [str(fact.day) for fact in asked.dates] == ["2025-06-07"]


def test_reply_that_asks_something_of_its_own_keeps_only_the_scheme(reader: QuestionReader) -> None:
    asked = read(reader, DAYS, "证书哪天到期")
    assert asked.schemes.ours == (TB,)
    assert asked.amounts.headcounts == ()
    assert asked.audit_types == ()


def test_replies_add_up(reader: QuestionReader) -> None:
    asked = read(reader, "腾标监督几个人天", "100人", "高风险")
    assert (asked.amounts.headcounts, asked.risks) == ((100,), ("high",))


def test_first_question_stands_for_itself(reader: QuestionReader) -> None:
    assert read(reader, DAYS) == reader.read(DAYS, TUESDAY)
