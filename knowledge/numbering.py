"""Clause numbers as people type them, 「10.3.1第7条」 or 「附录A注4」, become their parts."""

from __future__ import annotations

import re
import unicodedata

from knowledge.readers.markers import han_number

_HAN = "〇零一二三四五六七八九十百"
_CIRCLED = re.compile(r"[①-⑳]")
_PART = re.compile(
    rf"""
    附\s*(?P<annex>[录件]\s*(?:[a-z]|\d+|[{_HAN}]+))
    |注(?![销册意])\s*\(?\s*(?P<note>\d*)\s*\)?
    |(?P<last>末段|最后一?段)
    |第?\s*(?P<paragraph>\d+|[{_HAN}]+)\s*(?:自然)?段
    |第\s*(?P<article>\d+|[{_HAN}]+)\s*条
    |第\s*(?P<item>\d+|[{_HAN}]+)\s*[项款点目]
    |第\s*(?P<chapter>\d+|[{_HAN}]+)\s*[章节]
    |(?P<code>[a-z]+(?:/[a-z]+)?(?:\s*-\s*[a-z0-9]+|\s+\d[-\d]+)+)
    |(?P<number>[<>≤≥]?\d+(?:\.\d+)*(?:\s*[-~]\s*\d+)?(?:\s*/\s*\d+)?)
    |\(?(?P<han>[{_HAN}]+)(?=[)、是项款点\s]|$)是?
    |(?P<letter>[a-z])(?![a-z])
    |(?P<word>[\u4e00-\u9fff]+)
    """,
    re.VERBOSE,
)
_NOISE = frozenset("第条款项点目款章节的之中规定要求里")


def parts(number: str) -> tuple[str, ...]:
    """The parts of a clause number, outermost first, in a form that ignores how they are written.

    Brackets, widths, ①, 第…项 and white space make no difference: ``5.4.5 3) ②`` and
    ``5.4.5 第3项（2）`` both give ``("5.4.5", "3", "2")``.
    """
    circled = _CIRCLED.sub(lambda mark: f" ({ord(mark.group()) - ord('①') + 1}) ", number)
    plain = unicodedata.normalize("NFKC", circled).casefold()
    found = (_part(mark) for mark in _PART.finditer(plain))
    return tuple(part for part in found if part)


def _part(mark: re.Match[str]) -> str:
    kind = mark.lastgroup or ""
    words = "".join(mark.group(kind).split()) if kind else ""
    if kind == "annex":
        return f"附{words[0]}{_plain_number(words[1:])}"
    if kind in _PREFIXES:
        return _PREFIXES[kind] + _plain_number(words)
    if kind == "last":
        return "末段"
    if kind == "word":
        return words.strip("".join(_NOISE)) if set(words) - _NOISE else ""
    return _plain_number(words).replace("~", "-")


_PREFIXES = {"note": "注", "paragraph": "段", "article": "条", "chapter": "章"}


def _plain_number(words: str) -> str:
    return str(han_number(words)) if words and set(words) <= set(_HAN) else words
