"""Text files, in the encodings that Chinese offices use."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from knowledge.errors import UnreadableDocument
from knowledge.ingestion.extracted import Extracted

_CHINESE = "gb18030"
_ENCODINGS = ("utf-8-sig", _CHINESE)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LAYOUT = frozenset("\n\t\f")
# Control characters, private use, unassigned and surrogate code points: what no text consists of.
_NO_TEXT = frozenset({"Cc", "Co", "Cn", "Cs"})
_TOLERATED = 0.01
# The common characters of GB 2312: most of a Chinese text, some of a traditional one. Text
# in Shift JIS reads as GB 18030 too, but as rare characters.
_COMMON = range(0xB0, 0xD8)
_COMMON_SHARE = 0.05


def plain_text(path: Path) -> Extracted:
    """The text of a TXT file, its line ends made alike; UnreadableDocument where it is none."""
    return Extracted(decoded(path), "generic")


def decoded(path: Path) -> str:
    """The characters of a text file."""
    content = path.read_bytes()
    encodings = ("utf-16",) if content.startswith(_WIDE) else _ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if _is_text(text) and (encoding != _CHINESE or _is_chinese(text)):
            return text
    raise UnreadableDocument(path.name, "不是文本文件，或编码不是 UTF-8、GB18030、UTF-16")


def _is_chinese(text: str) -> bool:
    pairs = [each.encode("gb2312", "ignore") for each in text if "\u3400" <= each <= "\u9fff"]
    common = sum(bool(pair) and pair[0] in _COMMON for pair in pairs)
    return common >= _COMMON_SHARE * len(pairs)


def _is_text(text: str) -> bool:
    strange = sum(
        unicodedata.category(character) in _NO_TEXT
        for character in text
        if character not in _LAYOUT
    )
    return strange <= _TOLERATED * len(text)
