from __future__ import annotations

import pytest

from bot.assistant.understanding.negation import denied_names, without_denied


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("不是监督，是再认证", "，是再认证"),
        ("别按再认证算", "算"),
        ("不要按监督", ""),
        ("不要算监督，再认证几天", "，再认证几天"),
        ("不含监督审核", ""),
        ("既不是初次也不是监督", "既"),
        ("除了监督，初次几天", "，初次几天"),
        ("除监督和再认证外", "外"),
        ("不属于低风险", ""),
        ("没有高风险", ""),
        ("非高风险", ""),
    ],
)
def test_kinds_that_are_left_out_are_not_meant(text: str, left: str) -> None:
    assert "".join(without_denied(text).split()) == left


@pytest.mark.parametrize(
    "text",
    [
        "是不是监督",
        "要不要按监督算",
        "算不算再认证",
        "除了初次还要监督",
        "除了监督，再认证也算",
        "没有监督记录",
        "不到高风险",
    ],
)
def test_question_addition_and_lack_deny_nothing(text: str) -> None:
    assert without_denied(text) == text


def denied(text: str, *names: str, left_out: bool) -> list[str]:
    places = sorted((text.index(name), text.index(name) + len(name)) for name in names)
    found = denied_names(text, places, left_out=left_out)
    return [text[start:end] for start, end in places if (start, end) in found]


@pytest.mark.parametrize(
    "text", ["除了甲", "除甲外", "别按甲算", "不要按甲", "非甲的", "不含甲", "抛开 甲"]
)
def test_name_behind_words_of_leaving_out_is_left_out(text: str) -> None:
    assert denied(text, "甲", left_out=True) == ["甲"]
    assert denied(text, "甲", left_out=False) == []


def test_names_that_are_joined_are_left_out_together() -> None:
    assert denied("除了甲和乙，丙呢", "甲", "乙", "丙", left_out=True) == ["甲", "乙"]


@pytest.mark.parametrize("text", ["不是甲", "不属于甲", "并非甲"])
def test_saying_what_it_is_not_is_weaker(text: str) -> None:
    assert denied(text, "甲", left_out=False) == ["甲"]
    assert denied(text, "甲", left_out=True) == []


@pytest.mark.parametrize("text", ["是不是甲", "要不要按甲", "除了甲，乙也要", "甲"])
def test_name_that_is_asked_about_or_added_to_is_meant(text: str) -> None:
    assert denied(text, "甲", left_out=True) == denied(text, "甲", left_out=False) == []
