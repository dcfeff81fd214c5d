"""Questions about a registered certificate: its facts and its days, unless the question differs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.assistant.answer import Answer, AnswerKind, Question
from bot.assistant.assistant import Assistant
from bot.composition import load_assistant
from bot.register.finding import Finding
from bot.register.lookup import RegisterLookup
from bot.register.record import NewEvent, Particulars
from bot.register.survey import Survey
from bot.settings import Settings
from bot.store.database import Database
from bot.store.register import StoredRegister
from calculators.audit_types import RiskLevel
from knowledge.library import Library

TODAY = date(2026, 11, 24)
TENGBIAO, RLAC, WAL = "TB-GZ-036", "RLAC-CSSMS", "WAL-QP-21"


@pytest.fixture
def register(database: Database) -> StoredRegister:
    kept = StoredRegister(database, lambda: datetime(2026, 11, 24, tzinfo=UTC))
    kept.add(
        "北京华信云科技有限公司",
        Particulars(TENGBIAO, "TB2025001", 150, risk=RiskLevel.HIGH),
        [
            NewEvent("issued", date(2025, 3, 8)),
            NewEvent("surveillance_ended", date(2026, 2, 20)),
        ],
        "测试",
    )
    kept.add(
        "北京华信云科技有限公司",
        Particulars(RLAC, "RLAC25-77", 80),
        [NewEvent("issued", date(2025, 6, 1))],
        "测试",
    )
    for name, number in (("上海云海数据有限公司", "WAL-0003"), ("云海科技有限公司", "WAL-0009")):
        events = [
            NewEvent("stage_2_ended", date(2025, 10, 1)),
            NewEvent("issued", date(2025, 11, 1)),
        ]
        kept.add(name, Particulars(WAL, number, 60), events, "测试")
    return kept


@pytest.fixture
def assistant(register: StoredRegister, shared_index: Path) -> Assistant:
    library = Library.load()
    lookup = RegisterLookup(Finding(register), Survey.load(register, library), library)
    return load_assistant(Settings(index_folder=shared_index), library, lookup)


def ask(assistant: Assistant, text: str, *before: str, scheme: str | None = None) -> Answer:
    return assistant.answer(Question(text, TODAY, scheme, before))


def values(answer: Answer) -> list[tuple[str, object]]:
    return [(each.document, each.value) for each in answer.calculations]


def test_the_day_follows_from_the_certificates_own_events(assistant: Assistant) -> None:
    answer = ask(assistant, "华信云腾标的监督审核最晚哪天")

    assert values(answer) == [(TENGBIAO, date(2027, 2, 20))]
    assert answer.calculations[0].inputs["surveillance_ended"] == "2026-02-20"
    assert "TB2025001" in answer.text


def test_a_client_with_two_schemes_is_answered_side_by_side(assistant: Assistant) -> None:
    answer = ask(assistant, "华信云的监督审核最晚哪天")

    assert sorted(document for document, _ in values(answer)) == [RLAC, TENGBIAO]


def test_the_channels_scheme_chooses_among_a_clients_certificates(assistant: Assistant) -> None:
    answer = ask(assistant, "华信云的监督审核最晚哪天", scheme=RLAC)

    assert values(answer) == [(RLAC, date(2026, 6, 1))]


def test_person_days_take_headcount_and_risk_from_the_register(assistant: Assistant) -> None:
    (calculation,) = ask(assistant, "华信云腾标监督要几个人天").calculations

    assert calculation.value == 3
    assert calculation.inputs["headcount"] == 150
    assert calculation.inputs["risk_level"] == "high"


def test_what_the_question_says_wins_over_the_register(assistant: Assistant) -> None:
    (calculation,) = ask(assistant, "华信云腾标 200人 监督要几个人天").calculations

    assert calculation.inputs["headcount"] == 200


def test_asking_for_the_rule_is_not_asking_for_the_day(assistant: Assistant) -> None:
    answer = ask(assistant, "华信云腾标的监督间隔多久")

    assert answer.kind is AnswerKind.CLAUSES
    assert {each.quote.ref.document for each in answer.citations} == {TENGBIAO}


def test_a_name_that_fits_several_clients_is_asked_about(assistant: Assistant) -> None:
    answer = ask(assistant, "云海的监督最晚哪天")

    assert answer.kind is AnswerKind.CLARIFICATION
    assert answer.clarification
    assert answer.clarification.ask == ("certificate",)
    assert len(answer.clarification.options) == 2


def test_choosing_one_of_them_finishes_the_question(assistant: Assistant) -> None:
    asking = ask(assistant, "云海的监督最晚哪天").clarification
    assert asking
    chosen = next(each.label for each in asking.options if "WAL-0009" in each.label)

    answer = ask(assistant, chosen, "云海的监督最晚哪天")

    assert values(answer) == [(WAL, date(2026, 10, 1))]


def test_a_talk_stays_with_its_certificate(assistant: Assistant) -> None:
    answer = ask(assistant, "那再认证呢，要几个人天", "华信云腾标监督要几个人天")

    (calculation,) = answer.calculations
    assert calculation.inputs["headcount"] == 150
    assert calculation.inputs["audit_type"] == "recertification"


def test_a_typing_error_in_the_name_is_forgiven(assistant: Assistant) -> None:
    answer = ask(assistant, "华信芸科技腾标什么时候到期")

    assert values(answer) == [(TENGBIAO, date(2028, 3, 7))]


def test_all_that_is_open_is_listed_where_the_standing_is_asked(assistant: Assistant) -> None:
    answer = ask(assistant, "RLAC25-77 现在什么情况")

    labels = [each.label for each in answer.calculations]
    assert len(labels) > 1
    assert answer.calculations[0].value == date(2026, 6, 1)


def test_a_name_that_nobody_registered_changes_nothing(assistant: Assistant) -> None:
    answer = ask(assistant, "海天一色公司的监督审核最晚哪天")

    assert answer.kind is AnswerKind.CLARIFICATION
    assert answer.clarification
    assert "scheme" in answer.clarification.ask


def test_a_change_of_the_register_changes_the_next_answer(
    assistant: Assistant, register: StoredRegister
) -> None:
    (record,) = [each for each in register.certificates() if each.particulars.number == "RLAC25-77"]
    register.record(record.id, NewEvent("surveillance_ended", date(2026, 5, 20)), "测试")

    answer = ask(assistant, "华信云的监督审核最晚哪天", scheme=RLAC)

    assert values(answer) == [(RLAC, date(2027, 8, 20))]


def test_a_date_that_no_calendar_has_is_told_as_everywhere(assistant: Assistant) -> None:
    answer = ask(assistant, "华信云腾标上次监督2026年2月30日做的，下次最晚哪天")

    assert answer.kind is AnswerKind.NO_ANSWER
    assert "2026年2月30日" in answer.text
