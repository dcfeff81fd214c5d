"""Which way a file is read: by its suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from knowledge.errors import UnreadableDocument
from knowledge.ingestion.extracted import Extracted
from knowledge.ingestion.markdown import markdown_text
from knowledge.ingestion.plain_text import plain_text
from knowledge.ingestion.radicals import as_read

_MEGABYTE = 1_000_000
_LARGEST = 30 * _MEGABYTE
# Ten times the longest rules; more is no rule document, and checking it would take minutes.
_LONGEST = 1_000_000
_ADVICE = {".doc": "，请在 Word 里另存为 DOCX", ".wps": "，请在 WPS 里另存为 DOCX"}


def _word(path: Path) -> Extracted:
    # python-docx and lxml take a tenth of a second that no other command should wait for.
    from knowledge.ingestion.word import word_text  # noqa: PLC0415

    return word_text(path)


def _pdf(path: Path) -> Extracted:
    from knowledge.ingestion.pdf import pdf_text  # noqa: PLC0415 - slow to import, as above

    return pdf_text(path)


_READERS: Mapping[str, Callable[[Path], Extracted]] = MappingProxyType(
    {
        ".txt": plain_text,
        ".md": markdown_text,
        ".markdown": markdown_text,
        ".docx": _word,
        ".pdf": _pdf,
    }
)

SUFFIXES = tuple(_READERS)
"""The suffixes of files that can be read."""


def extract(path: Path) -> Extracted:
    """The text of a file; UnreadableDocument where there is none or the file is broken."""
    suffix = path.suffix.lower()
    if not path.is_file():
        raise UnreadableDocument(path.name, "没有这个文件")
    if suffix not in _READERS:
        kinds = "、".join(each.lstrip(".") for each in SUFFIXES if each != ".markdown")
        raise UnreadableDocument(path.name, f"只能读 {kinds}{_ADVICE.get(suffix, '')}")
    size = path.stat().st_size
    if size > _LARGEST:
        megabytes = (size + _MEGABYTE - 1) // _MEGABYTE
        raise UnreadableDocument(
            path.name, f"有 {megabytes} MB，最大只收 {_LARGEST // _MEGABYTE} MB，请去掉图片或拆开"
        )
    if not size:
        raise UnreadableDocument(path.name, "是空文件")
    found = _READERS[suffix](path)
    if len(found.text) > _LONGEST:
        longest = f"{_LONGEST // 10_000} 万字"
        raise UnreadableDocument(path.name, f"超过 {longest}，不像一份规则，请拆开")
    extracted = replace(found, text=as_read(found.text))
    if not any(character.isalnum() for character in extracted.text):
        raise UnreadableDocument(path.name, "里面没有文字")
    return extracted
