from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli.main import COULD_NOT, FINE, run

TODAY = "2026-11-24"
CASES: list[dict[str, Any]] = [
    {
        "kind": "lookup",
        "q": "腾标两次年审之间最多隔多久",
        "docs": ["TB-GZ-036"],
        "any_of": ["监督审核"],
    },
    {
        "kind": "mandays",
        "q": "腾标公有云PII，80人，初审几个人天",
        "docs": ["TB-GZ-036"],
        "any_of": ["66-85"],
        "expect": {"value": 99},
    },
    {"kind": "abstain", "q": "今天中午吃什么", "docs": []},
]


@pytest.fixture
def cases(shared_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("CLAUSEBOT_INDEX_FOLDER", str(shared_index))
    file = tmp_path / "cases.jsonl"
    lines = [{"id": f"case-{n}", "today": TODAY} | case for n, case in enumerate(CASES)]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return str(file)


def test_figures_of_each_kind_and_way_are_shown(
    cases: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["eval", cases]) == FINE
    out = capsys.readouterr().out
    for words in ("cases.jsonl：3 问", "查条款", "人日", "拒答正确", "p50", "只用词汇", "不用题库"):
        assert words in out


def test_ways_can_be_left_out(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "--no-ways", cases]) == FINE
    assert "只用词汇" not in capsys.readouterr().out


def test_misses_are_shown_when_asked_for(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["eval", "--no-ways", "--misses", cases])
    out = capsys.readouterr().out
    assert "- case-1 [mandays] 腾标公有云PII，80人，初审几个人天" in out
    assert "应为 ['TB-GZ-036'] {'value': 99}" in out


def test_json_has_figures_ways_and_misses(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "--json", cases]) == FINE
    found = json.loads(capsys.readouterr().out)[cases]
    assert found["questions"] == 3
    assert found["kinds"]["mandays"] == {
        "questions": 1,
        "exact": 0.0,
        "clause": 1.0,
        "abstained_wrongly": 0.0,
    }
    assert set(found["ranking"]) == {"lexical", "dense", "fused", "without_bank"}
    assert "case-1" in [miss["id"] for miss in found["misses"]]


def test_a_file_of_something_else_is_refused(
    tmp_path: Path, cases: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(cases).write_text("[]", encoding="utf-8")
    assert run(["eval", cases]) == COULD_NOT
    assert "第 1 行不是一个提问" in capsys.readouterr().err


def test_a_file_of_meanings_scores_the_understanding(
    cases: str, capsys: pytest.CaptureFixture[str]
) -> None:
    case = {"id": "m", "today": TODAY, "q": "腾标80人", "means": {"headcounts": [81]}}
    Path(cases).write_text(json.dumps(case), encoding="utf-8")
    assert run(["eval", "--misses", cases]) == FINE
    out = capsys.readouterr().out
    assert "人数" in out
    assert "整句全对 0.0%" in out
    assert "人数：应为 [81]，得到 [80]" in out
    run(["eval", "--json", cases])
    found = json.loads(capsys.readouterr().out)[cases]
    assert found["fields"]["headcounts"]["share"] == 0
    assert found["misses"][0]["wanted"] == {"headcounts": [81], "schemes": []}
