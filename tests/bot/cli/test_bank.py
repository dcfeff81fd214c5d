from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.main import COULD_NOT, FINE, run
from knowledge.library import Library
from knowledge.question_bank import QuestionBank


def test_the_bundled_bank_needs_no_mending(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bank", "check", "--no-search"]) == FINE
    out = capsys.readouterr().out
    assert "不足 12 问的条款" in out
    assert "未查" in out


def test_a_question_taken_from_outside_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, question = next(iter(QuestionBank.load(Library.load()).pairs()))
    file = tmp_path / "outside.jsonl"
    file.write_text(f'{{"q": "{question}"}}\n', encoding="utf-8")
    assert run(["bank", "check", "--no-search", "--against", str(file)]) == COULD_NOT
    assert f"「{question}」" in capsys.readouterr().out


def test_a_file_without_questions_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "outside.jsonl"
    file.write_text('{"question": "?"}\n', encoding="utf-8")
    assert run(["bank", "check", "--no-search", "--against", str(file)]) == COULD_NOT
    assert "第 1 行" in capsys.readouterr().err
