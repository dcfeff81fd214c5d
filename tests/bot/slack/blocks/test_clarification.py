from __future__ import annotations

from typing import Any

from bot.assistant.answer import Clarification, Option
from bot.playground.block_schema import message_blocks_problems
from bot.slack.asked import Asked
from bot.slack.blocks.clarification import clarification_groups

SCHEMES = (Option("scheme", "TB-GZ-036", "腾标公有云PII"), Option("scheme", "WAL-QP-21", "网安联"))


def blocks_of(clarification: Clarification, asked: Asked | None = None) -> list[dict[str, Any]]:
    groups = clarification_groups(clarification, asked or Asked("监督最晚哪天"))
    blocks = [block for group in groups for block in group]
    assert message_blocks_problems(blocks) == []
    return blocks


def test_one_missing_fact_with_few_values_is_asked_by_buttons() -> None:
    *_, actions = blocks_of(Clarification(("scheme",), "哪个项目？", SCHEMES))
    labels = [button["text"]["text"] for button in actions["elements"]]
    assert labels == ["腾标公有云PII", "网安联"]
    asked, option = Asked.from_value(actions["elements"][1]["value"])
    assert (asked, option) == (Asked("监督最晚哪天"), SCHEMES[1])


def test_missing_date_is_asked_by_a_date_picker() -> None:
    blocks = blocks_of(Clarification(("issue_date",), "证书哪天签发？"))
    assert blocks[1]["element"]["type"] == "datepicker"
    assert Asked.from_value(blocks[-1]["elements"][0]["value"])[0] == Asked("监督最晚哪天")


def test_missing_headcount_is_asked_by_a_number() -> None:
    blocks = blocks_of(Clarification(("headcount",), "多少人？"))
    assert blocks[1]["element"]["type"] == "number_input"


def test_click_on_one_of_few_values_sends_the_other_facts_along() -> None:
    blocks = blocks_of(Clarification(("scheme", "issue_date"), "还缺两项", SCHEMES))
    assert [block["type"] for block in blocks] == ["rich_text", "input", "rich_text", "actions"]
    assert blocks[1]["element"]["type"] == "datepicker"
    assert [button["text"]["text"] for button in blocks[-1]["elements"]] == [
        "腾标公有云PII",
        "网安联",
    ]


def test_facts_with_many_values_are_chosen_from_menus_and_sent_together() -> None:
    many = tuple(Option("scheme", f"D-{n}", f"项目{n}") for n in range(7))
    blocks = blocks_of(Clarification(("scheme", "issue_date"), "还缺两项", many))
    inputs = [block["element"]["type"] for block in blocks if block["type"] == "input"]
    assert inputs == ["static_select", "datepicker"]
    assert [button["action_id"] for button in blocks[-1]["elements"]] == ["answer_with_facts"]


def test_fact_without_legal_values_is_asked_in_words() -> None:
    blocks = blocks_of(Clarification(("site_similarity",), "相似吗？"))
    assert "回复" in blocks[-1]["elements"][0]["elements"][0]["text"]


def test_question_too_long_for_a_button_is_asked_in_words() -> None:
    blocks = blocks_of(Clarification(("issue_date",), "哪天？"), Asked("长" * 2000))
    assert "回复" in blocks[-1]["elements"][0]["elements"][0]["text"]
