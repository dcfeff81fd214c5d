"""`clausebot ask --jsonl`: one object a line, in order, whatever the line holds."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli.main import FINE, run


@pytest.fixture(autouse=True)
def own_index(shared_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSEBOT_INDEX_FOLDER", str(shared_index))


def answers(
    lines: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> list[dict[str, Any]]:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    assert run(["ask", "--jsonl"]) == FINE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_lines_are_answered_in_order_under_their_ids(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = answers(
        [
            json.dumps({"id": "b", "q": "腾标公有云PII，30人，初审几个人天"}),
            "",
            json.dumps(
                {
                    "id": "a",
                    "q": "证今天签发，哪天到期",
                    "today": "2027-02-28",
                    "scheme": "TB-GZ-036",
                }
            ),
        ],
        capsys,
        monkeypatch,
    )
    assert [each["id"] for each in found] == ["b", "a"]
    assert [each["calculations"][0]["value"] for each in found] == [4, "2030-02-27"]


def test_a_line_that_cannot_be_read_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = answers(
        [
            "not json",
            '{"id": "x"}',
            '{"id": "y", "q": "问", "today": "someday"}',
            '{"id": "z", "q": "TB 5.4.5"}',
        ],
        capsys,
        monkeypatch,
    )
    assert [each["kind"] for each in found] == ["no_answer"] * 3 + ["clauses"]
    assert [each["id"] for each in found] == [None, "x", "y", "z"]
    assert all("读不懂" in each["text"] for each in found[:3])


def test_an_unknown_scheme_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = answers(['{"id": "x", "q": "监督多久一次", "scheme": "NOPE"}'], capsys, monkeypatch)
    assert "没有文件 NOPE" in found[0]["text"]
