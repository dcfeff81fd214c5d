"""The command line: exit codes, one sentence on stderr, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli.main import COULD_NOT, FINE, WRONG_USAGE, run

CONTRACT = {"kind", "text", "citations", "calculations", "clarification", "warnings"}


@pytest.fixture(autouse=True)
def own_index(shared_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSEBOT_INDEX_FOLDER", str(shared_index))


def outcome(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def test_a_question_is_answered_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = outcome(capsys, "ask", "腾标公有云PII，80人，初审几个人天")
    assert (code, err) == (FINE, "")
    assert out.startswith("腾标公有云PII · 初次认证审核人日：6 人天")


def test_silence_offers_to_note_the_question(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = outcome(capsys, "ask", "腾标食堂几点开门")
    assert "查过：腾标公有云PII" in out
    assert "可以记下这个问题" in out
    assert out.splitlines()[-1].endswith("clausebot questions record '腾标食堂几点开门'")


def test_json_has_exactly_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = outcome(
        capsys, "ask", "--json", "--today", "2026-11-21", "腾标的证今天签发，有效期到哪天"
    )
    body = json.loads(out)
    assert code == FINE
    assert set(body) == CONTRACT
    assert body["kind"] == "calculation"
    assert [each["value"] for each in body["calculations"]] == ["2029-11-20"]
    assert {"document", "clause", "quote"} == set(body["citations"][0])


def test_a_scheme_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = outcome(capsys, "ask", "--json", "--scheme", "RLAC-CSSMS", "120人初审几个人天")
    assert [each["document"] for each in json.loads(out)["calculations"]] == ["RLAC-CSSMS"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), WRONG_USAGE, "clausebot"),
        (("ask",), WRONG_USAGE, "请写出要问的问题"),
        (("nonsense",), WRONG_USAGE, "没有这个命令"),
        (("ask", "--nonsense", "问"), WRONG_USAGE, "没有选项 --nonsense"),
        (("ask", "--today", "2026-02-30", "问"), WRONG_USAGE, "不是日历上的日期"),
        (("eval", "nowhere.jsonl"), WRONG_USAGE, "nowhere.jsonl"),
        (("playground", "--port", "99999"), WRONG_USAGE, "端口"),
        (("ask", "--scheme", "NOPE", "监督多久一次"), COULD_NOT, "没有文件 NOPE"),
        (("documents", "check", "NOPE"), COULD_NOT, "没有文件 NOPE"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, words: str
) -> None:
    found, out, err = outcome(capsys, *arguments)
    assert (found, out) == (code, "")
    assert words in err
    assert "Traceback" not in err


def test_a_missing_index_names_the_command_that_builds_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAUSEBOT_INDEX_FOLDER", str(tmp_path))
    code, _, err = outcome(capsys, "ask", "停证最长多久")
    assert code == COULD_NOT
    assert "clausebot index build" in err


def test_serving_without_tokens_says_what_to_set(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.delenv(name, raising=False)
    code, _, err = outcome(capsys, "serve")
    assert code == COULD_NOT
    assert "SLACK_BOT_TOKEN" in err


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   ",
        "🎉🎉🎉",
        "监" * 40_000,
        "<script>alert(1)</script>",
        "\x00\x01",
        "-5人的腾标客户初审几个人天",
    ],
)
def test_bad_input_gets_a_clear_answer_and_nothing_breaks(
    capsys: pytest.CaptureFixture[str], question: str
) -> None:
    code, out, err = outcome(capsys, "ask", question)
    assert (code, err) == (FINE, "")
    assert out.strip()
