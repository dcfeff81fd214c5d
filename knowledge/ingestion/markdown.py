"""Markdown: the marks of headings, lists and tables stay for the reader, those of print go."""

from __future__ import annotations

import html
import re
from pathlib import Path

from knowledge.ingestion.extracted import Extracted
from knowledge.ingestion.plain_text import decoded

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?:[^()]|\([^()]*\))*\)")
_STRESS = re.compile(r"(\*\*\*|\*\*|(?<!\w)__|`+)(?=\S)(.+?)(?<=\S)\1")
_SLANT = re.compile(r"(?<![*A-Za-z0-9])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![*A-Za-z0-9])")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|sub|sup|span|div|p|center|font|a)(?:\s[^<>]*)?/?>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.M)
_RULE = re.compile(r"^\s*(?:={2,}|-{3,}|\*{3,}|_{3,})\s*$", re.M)
_QUOTED = re.compile(r"^\s*(?:>\s?)+", re.M)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_PRINT = (_FRONT_MATTER, _COMMENT, _PICTURE, _TAG, _FENCE, _RULE, _QUOTED)


def markdown_text(path: Path) -> Extracted:
    """The text of a Markdown file without emphasis, links, pictures and HTML."""
    text = decoded(path)
    pictures = len(_PICTURE.findall(text))
    for mark in _PRINT:
        text = mark.sub("", text)
    text = _LINK.sub(r"\1", _BREAK.sub(" ", text))
    text = _SLANT.sub(r"\1", _STRESS.sub(r"\2", text))
    left_out = (f"{pictures} 张图片（图里的文字没有读入）",) if pictures else ()
    return Extracted(html.unescape(_ESCAPED.sub(r"\1", text)), "generic", left_out)
