from __future__ import annotations

import pytest

from bot.assistant.answer import Option
from bot.slack.asked import Asked
from bot.slack.errors import StaleButton

SCHEME = Option("scheme", "TB-GZ-036", "腾标公有云PII")
RISK = Option("risk_level", "high", "高风险")


def test_value_of_a_button_brings_question_and_option_back() -> None:
    value = Asked("监督几天", "TB-GZ-036").to_value(RISK)
    assert value
    assert Asked.from_value(value) == (Asked("监督几天", "TB-GZ-036"), RISK)


def test_value_without_an_option_brings_the_question_back() -> None:
    value = Asked("监督几天").to_value()
    assert value
    assert Asked.from_value(value) == (Asked("监督几天"), None)


def test_question_too_long_for_a_button_has_no_value() -> None:
    assert Asked("长" * 2000).to_value() is None


@pytest.mark.parametrize("value", ["", "旧", "[]", "{}", '{"q":"x","option":["a"]}'])
def test_value_of_another_version_is_refused_in_words(value: str) -> None:
    with pytest.raises(StaleButton, match="再问一次"):
        Asked.from_value(value)


def test_chosen_scheme_is_set_and_other_facts_are_said() -> None:
    asked = Asked("监督几天").with_option(SCHEME).with_option(RISK)
    assert asked == Asked("高风险", "TB-GZ-036", ("监督几天",))


def test_question_over_all_schemes_is_not_narrowed_by_its_channel() -> None:
    asked = Asked("暂停最长多久", over_all=True)
    assert asked.in_channel_about("TB-GZ-036") == asked


def test_button_keeps_that_every_scheme_is_meant() -> None:
    asked = Asked("暂停最长多久", over_all=True)
    assert Asked.from_value(asked.to_value() or "") == (asked, None)
