from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.ingestion.markdown import markdown_text


def _text(folder: Path, markdown: str) -> str:
    path = folder / "a.md"
    path.write_text(markdown, "utf-8")
    return markdown_text(path).text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**第一条** 申请人应当 __签字__。", "第一条 申请人应当 签字。"),
        ("不得*少于*三人，`n` 为***人数***", "不得少于三人，n 为人数"),
        ("见[附录A](#a_(b))和![图](a.png)", "见附录A和"),
        ("1\\. 目的 \\* 注", "1. 目的 * 注"),
        ("> 第一条\n> 第二条", "第一条\n第二条"),
        ("甲<br>乙<b>丙</b><!-- 批注 -->&lt;5", "甲 乙丙<5"),
        ("---\ntitle: 规则\n---\n# 规则\n***\n", "# 规则\n"),
        ("| 人数 | 人日 |\n| --- | --- |\n", "| 人数 | 人日 |\n| --- | --- |\n"),
        ("3*4*5 与 a_b_c", "3*4*5 与 a_b_c"),
        ("- 甲\n- 乙\n", "- 甲\n- 乙\n"),
    ],
)
def test_marks_of_print_go_and_marks_of_structure_stay(
    tmp_path: Path, markdown: str, text: str
) -> None:
    assert _text(tmp_path, markdown) == text


def test_pictures_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("![图1](a.png)\n![图2](b.png)\n", "utf-8")
    assert markdown_text(path).left_out == ("2 张图片（图里的文字没有读入）",)
