from __future__ import annotations

import pytest

from bot.slack.forms.field import Choice, Field, FieldKind

RISKS = (Choice("low", "低风险"), Choice("high", "高风险"))
RISK = Field("risk_level", FieldKind.MENU, "风险", RISKS)
PEOPLE = Field("headcount", FieldKind.NUMBER, "人数")
DATE = Field("issue_date", FieldKind.DATE, "签发日")
WORDS = Field("words", FieldKind.TEXT, "要问的话")
REASONS = Field("reductions", FieldKind.BOXES, "理由", RISKS, optional=True)


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        (PEOPLE, "", "这一项必须填写。"),
        (PEOPLE, "0", "请写 1 到 1000000 之间的整数，例如 120。"),
        (PEOPLE, "-5", "请写 1 到 1000000 之间的整数，例如 120。"),
        (PEOPLE, "1.5", "请写 1 到 1000000 之间的整数，例如 120。"),
        (PEOPLE, "一百", "请写 1 到 1000000 之间的整数，例如 120。"),
        (PEOPLE, "1000001", "请写 1 到 1000000 之间的整数，例如 120。"),
        (PEOPLE, "150", ""),
        (DATE, "2026-02-29", "请选 1950 年到 2099 年之间的日期，例如 2026-03-08。"),
        (DATE, "昨天", "请选 1950 年到 2099 年之间的日期，例如 2026-03-08。"),
        (DATE, "1800-01-01", "请选 1950 年到 2099 年之间的日期，例如 2026-03-08。"),
        (DATE, "2028-02-29", ""),
        (RISK, "extreme", "请从列出的选项里选。"),
        (RISK, "high", ""),
        (WORDS, "字" * 501, "写了 501 个字，最多 500 个字。"),
        (WORDS, "字" * 500, ""),
        (REASONS, "", ""),
        (REASONS, "low,high", ""),
        (REASONS, "low,none", "请从列出的选项里选。"),
    ],
)
def test_fault_is_one_sentence_or_none(field: Field, value: str, fault: str) -> None:
    assert field.fault(value) == fault


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        (PEOPLE, "150", "有效人数150人"),
        (DATE, "2026-03-08", "证书2026-03-08签发"),
        (RISK, "high", "高风险"),
        (REASONS, "low,high", "低风险，高风险"),
        (WORDS, "5.4.5 3)", "5.4.5 3)"),
    ],
)
def test_value_is_said_in_the_words_of_a_question(field: Field, value: str, said: str) -> None:
    assert field.said(value) == said


@pytest.mark.parametrize(
    ("state", "value"),
    [
        ({"type": "number_input", "value": " 150 "}, "150"),
        ({"type": "number_input", "value": None}, ""),
        ({"type": "datepicker", "selected_date": "2026-03-08"}, "2026-03-08"),
        ({"type": "static_select", "selected_option": {"value": "high"}}, "high"),
        ({"type": "static_select", "selected_option": None}, ""),
        ({"type": "checkboxes", "selected_options": [{"value": "a"}, {"value": "b"}]}, "a,b"),
        ({"type": "checkboxes", "selected_options": []}, ""),
    ],
)
def test_value_is_read_from_slacks_state(state: dict[str, object], value: str) -> None:
    assert PEOPLE.value_in(state) == value


@pytest.mark.parametrize(
    ("field", "filled", "initial"),
    [
        (PEOPLE, "150", ("initial_value", "150")),
        (DATE, "2026-03-08", ("initial_date", "2026-03-08")),
        (WORDS, "好", ("initial_value", "好")),
    ],
)
def test_field_opens_filled_in(field: Field, filled: str, initial: tuple[str, str]) -> None:
    assert field.block(filled)["element"][initial[0]] == initial[1]
    assert initial[0] not in field.block()["element"]


def test_menu_and_boxes_open_with_their_choices() -> None:
    assert RISK.block("high")["element"]["initial_option"]["value"] == "high"
    ticked = REASONS.block("low,high")["element"]["initial_options"]
    assert [option["value"] for option in ticked] == ["low", "high"]
    assert "initial_option" not in RISK.block("gone")["element"]
