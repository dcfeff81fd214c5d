from __future__ import annotations

import pytest

from bot.assistant.understanding.cues import Cues, bundled_cues

CUES = Cues({"colour": {"red": ["赤", "red"], "blue": ["蓝"], "green": ["青|绿"]}})


@pytest.mark.parametrize(
    ("text", "in_order"),
    [("蓝的还是赤的", ("blue", "red")), ("绿RED绿", ("green", "red")), ("黑", ())],
)
def test_meanings_come_as_the_text_names_them(text: str, in_order: tuple[str, ...]) -> None:
    assert CUES.in_text_order("colour", text) == in_order
    assert CUES.first("colour", text) == (in_order[0] if in_order else None)


def test_cues_may_be_asked_for_near_the_beginning_only() -> None:
    assert CUES.in_text_order("colour", "蓝的还是赤的", within=3) == ("blue",)
    assert CUES.first("colour", "黑白赤", within=2) is None


def test_meanings_come_in_the_order_of_the_file() -> None:
    assert CUES.meanings("colour", "绿蓝赤") == ("red", "blue", "green")


def test_meaning_holds_where_one_of_its_patterns_is_found() -> None:
    assert CUES.holds("colour", "red", "Red")
    assert not CUES.holds("colour", "red", "蓝")


def test_cues_of_some_meanings_can_be_blanked() -> None:
    assert CUES.without("colour", ["red", "blue"], "red和蓝和绿") == "   和 和绿"


def test_spans_are_where_any_cue_stands() -> None:
    assert sorted(CUES.spans("colour", "赤和蓝")) == [(0, 1), (2, 3)]


@pytest.mark.parametrize(
    ("group", "text", "meanings"),
    [
        ("audit_type", "年审完了做换证", ("surveillance", "recertification")),
        ("audit_type", "客户扩项", ("scope_extension",)),
        ("audit_type", "第二阶段", ("initial",)),
        ("risk", "风险比较高", ("high",)),
        ("risk", "low risk", ("low",)),
        ("risk", "中等风险", ("medium",)),
        ("risk", "风险评估", ()),
        ("sites", "差别很大", ("dissimilar",)),
        ("sites", "都是连锁", ("similar",)),
        ("wants", "光算风险", ("only_risk",)),
        ("wants", "能减到多少", ("reduced",)),
        ("wants", "最多能减几天", ("reduced", "cut")),
        ("wants", "初审和监督分别", ("several",)),
        ("reductions", "结合审核", ("combined",)),
        ("reductions", "只做文审", ("document_review",)),
        ("first", "第二次监督", ("second",)),
        ("first", "头一回", ("first",)),
        ("intent", "要几个人天", ("person_days",)),
        ("intent", "云计算的等级", ()),
        ("intent", "帮忙算下", ("when_with_dates",)),
        ("foreign", "ISO 9001:2015", ("iso9001", "other_schemes")),
        ("foreign", "127017人", ()),
        ("foreign", "20000个员工", ()),
        ("working_time", "其中半天班", ("part_time", "half", "among")),
    ],
)
def test_bundled_cue_points_to_its_meaning(
    group: str, text: str, meanings: tuple[str, ...]
) -> None:
    assert bundled_cues().meanings(group, text) == meanings
