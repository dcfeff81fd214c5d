from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import UnreadableDocument
from knowledge.ingestion.plain_text import plain_text

WORDS = "第一条　监督审核每年一次。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_text_is_read_in_the_encodings_of_chinese_offices(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS.encode(encoding))
    assert plain_text(path).text == WORDS


def test_traditional_text_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("認證機構應當對獲證組織進行監督審核。".encode("gb18030"))
    assert plain_text(path).text.startswith("認證")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_are_made_alike(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"一{end}二{end}".encode())
    assert plain_text(path).text == "一\n二\n"


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"])
def test_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument, match="不是文本文件"):
        plain_text(path)
