from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli.main import COULD_NOT, FINE, WRONG_USAGE, run
from knowledge import Library

OLD = """1. 审核
1.1 监督审核每12个月一次，由审核部负责安排，并提前通知获证组织。
1.2 不得外包。
2. 证书
有效期3年。
"""
NEW = """1. 审核
1.1 监督审核每10个月一次，由审核部负责安排，并提前通知获证组织。
2. 费用
按合同|收取。
3. 证书
有效期3年。
"""
COUNTS = "未变 1 条，改了字句 1 条，换了条款号 1 条，新增 1 条，删去 1 条。"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    paths = (tmp_path / "旧版.txt", tmp_path / "新版.txt")
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, "utf-8")
    return str(paths[0]), str(paths[1])


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["documents", "diff", *arguments]) == FINE
    return capsys.readouterr().out


def test_text_lists_each_kind_of_change(
    capsys: pytest.CaptureFixture[str], files: tuple[str, str]
) -> None:
    assert _printed(capsys, *files).splitlines() == [
        "旧版《旧版》 → 新版《新版》",
        COUNTS,
        "",
        "改了字句：1 处",
        "  1.1　监督审核每[12→10]个月一次，由审核部负责安排，并提前通知获证组织。",
        "",
        "换了条款号：1 处",
        "  2 → 3　证书",
        "",
        "新增：1 处",
        "  2　费用 按合同|收取。",
        "",
        "删去：1 处",
        "  1.2　不得外包。",
    ]


def test_markdown_has_a_table_for_each_kind(
    capsys: pytest.CaptureFixture[str], files: tuple[str, str]
) -> None:
    printed = _printed(capsys, *files, "--format", "markdown")
    assert "| 1.1 | 监督审核每~~12~~**10**个月一次" in printed
    assert "| 2 | 费用 按合同\\|收取。 |" in printed


def test_json_holds_everything(capsys: pytest.CaptureFixture[str], files: tuple[str, str]) -> None:
    body = json.loads(_printed(capsys, *files, "--format", "json"))
    assert body["unchanged"] == 1
    assert body["renumbered"] == [{"old": "2", "new": "3"}]
    assert body["added"] == [{"clause": "2", "words": "费用\n按合同|收取。"}]
    assert {"old": "12", "new": "10"} in body["reworded"][0]["pieces"]
    assert body["impact"] is None


def test_new_edition_of_a_bundled_document_is_read_as_that_one_and_hits_its_rules(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = Library.load().source("TB-GZ-036").replace("不得超过6个月", "不得超过3个月")
    (tmp_path / "新版.txt").write_text(text, "utf-8")
    printed = _printed(capsys, "TB-GZ-036", str(tmp_path / "新版.txt"))
    assert "未变 661 条，改了字句 1 条，换了条款号 0 条，新增 0 条，删去 0 条。" in printed
    assert "规则手册要改" in printed
    assert "deadlines.toml deadline.suspension_end.limit.0：原话改了" in printed
    assert "勘误要核对" in printed
    assert "题库要核对（答复会变）：1 处" in printed


def test_name_that_is_neither_a_document_nor_a_file_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["documents", "diff", "TB-GZ-036", "新版.docx"]) == COULD_NOT
    assert "没有文件 新版.docx" in capsys.readouterr().err


def test_one_edition_is_not_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["documents", "diff", "TB-GZ-036"]) == WRONG_USAGE
    assert "缺少" in capsys.readouterr().err
