"""The answer as JSON: the contract that outside programs read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.assistant.json_form import answer_as_json
from knowledge.clause import ClauseRef
from tests.bot.assistant.conftest import Ask

KEYS = {"kind", "text", "citations", "calculations", "clarification", "warnings"}


def body(answer: Any) -> dict[str, Any]:
    """What arrives on the other side."""
    arrived: dict[str, Any] = json.loads(json.dumps(answer_as_json(answer), ensure_ascii=False))
    return arrived


@pytest.mark.parametrize("words", ["腾标150人初审几个人天", "监督最晚哪天", "你好"])
def test_every_answer_has_the_same_keys(words: str, ask: Ask) -> None:
    assert body(ask(words)).keys() == KEYS


def test_id_stands_first_where_the_question_had_one(ask: Ask) -> None:
    answer = answer_as_json(ask("你好"), "q-1")
    assert next(iter(answer.items())) == ("id", "q-1")


def test_citation_is_document_clause_and_quote(ask: Ask) -> None:
    (citation,) = body(ask("TB 13.1"))["citations"]
    assert citation.keys() == {"document", "clause", "quote"}
    assert (citation["document"], citation["clause"]) == ("TB-GZ-036", "13.1")
    assert "2年以上" in citation["quote"]


def test_calculation_has_value_unit_inputs_and_steps_with_clauses(ask: Ask) -> None:
    (calculation,) = body(ask("腾标公有云PII，150人，高风险，监督要几个人天"))["calculations"]
    assert (calculation["value"], calculation["unit"]) == (3.0, "人天")
    assert calculation["calculator"] == "mandays"
    assert calculation["inputs"] == {
        "audit_type": "surveillance",
        "headcount": 150,
        "risk_level": "high",
    }
    assert [step["clause"] for step in calculation["steps"]] == [
        "附录A 126-175",
        "附录A 注④",
        "附录A 注⑤",
        "5.4.4 2)",
    ]


def test_one_calculation_of_person_days_has_its_variations(ask: Ask) -> None:
    (calculation,) = body(ask("腾标公有云PII，150人，高风险，监督要几个人天"))["calculations"]
    # 176 人：9 × 1.1 × 1/3 = 3.3 → 3.5；125 人：7 × 1.1 × 1/3 = 2.57 → 3，不变
    assert {"label": "增到 176 人", "value": 3.5, "unit": "人天"} in calculation["variations"]
    assert {"label": "降到 125 人", "value": 3, "unit": "人天"} in calculation["variations"]


def test_other_calculations_have_no_variations(ask: Ask) -> None:
    (calculation,) = body(ask("腾标的证2026-11-24签发，哪天到期"))["calculations"]
    assert calculation["variations"] == []


def test_alternative_readings_have_their_reason(ask: Ask) -> None:
    (calculation,) = body(ask("腾标150人初审几个人天"))["calculations"]
    assert {"value": 9.0, "why": "按高风险", "clause": "附录A 注④"} in calculation["alternatives"]


def test_clarification_has_names_prompt_and_options(ask: Ask) -> None:
    asked_back = body(ask("120人初审几个人天"))["clarification"]
    assert asked_back["ask"] == ["scheme"]
    assert {option["value"] for option in asked_back["options"]} == {"TB-GZ-036", "RLAC-CSSMS"}


def test_dates_and_windows_are_written_as_iso_days(ask: Ask) -> None:
    (window,) = body(ask("腾标一阶段2026-11-24结束，二阶段能排在哪几天"))["calculations"]
    assert window["value"] == ["2026-11-29", "2027-05-24"]


def test_warnings_stand_with_the_answer_and_the_calculation(ask: Ask) -> None:
    answer = body(ask("腾标150人初审几个人天"))
    assert answer["calculations"][0]["warnings"]
    assert set(answer["calculations"][0]["warnings"]) <= set(answer["warnings"])


def test_quoted_answer_has_no_calculation(ask: Ask) -> None:
    answer = body(ask("腾标记录怎么归档", ClauseRef("TB-GZ-036", "13.1")))
    assert answer["kind"] == "clauses"
    assert answer["calculations"] == []
    assert answer["clarification"] is None
