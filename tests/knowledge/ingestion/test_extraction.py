from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import UnreadableDocument
from knowledge.ingestion import SUFFIXES, extract


def test_kinds_of_files_that_staff_have_can_be_read() -> None:
    assert SUFFIXES == (".txt", ".md", ".markdown", ".docx", ".pdf")


def test_suffix_may_be_written_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "规则.TXT").write_text("1. 目的", "utf-8")
    assert extract(tmp_path / "规则.TXT").text == "1. 目的"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("规则.xlsx", b"PK", "无法读取 规则.xlsx：只能读 txt、md、docx、pdf。"),
        ("规则.doc", b"\xd0\xcf", "只能读 txt、md、docx、pdf，请在 Word 里另存为 DOCX。"),
        ("规则", b"1. ", "只能读"),
        ("规则.txt", b"", "无法读取 规则.txt：是空文件。"),
        ("规则.txt", "。\n \n".encode(), "里面没有文字"),
        ("规则.md", b"# \n---\n", "里面没有文字"),
        ("规则.docx", b"", "是空文件"),
        ("规则.docx", b"PK\x03\x04 cut off", "不是完好的 DOCX 文件"),
        ("规则.pdf", b"", "是空文件"),
        ("规则.pdf", b"%PDF" + b" " * 39_999_999, "有 41 MB，最大只收 30 MB"),
        ("规则.txt", "条".encode() * 1_000_001, "超过 100 万字"),
        ("规则.txt", "検査は毎年行う。".encode("shift_jis") * 9, "编码不是 UTF-8、GB18030、UTF-16"),
        ("规则.pdf", b"%PDF-1.5\ncut off", "不是完好的 PDF 文件"),
    ],
)
def test_file_that_cannot_be_read_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableDocument) as refused:
        extract(tmp_path / name)
    assert sentence in str(refused.value)


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"无法读取 规则.pdf：没有这个文件"):
        extract(tmp_path / "规则.pdf")


def test_characters_that_only_look_right_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "规则.txt").write_text("第⼀章 获证⼾数 1〜10", "utf-8")
    assert extract(tmp_path / "规则.txt").text == "第一章 获证户数 1～10"
