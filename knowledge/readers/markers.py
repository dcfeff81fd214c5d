"""The marks with which rules number their parts: 第三章, 5.4.5, 1), （一）, ①, a., 注, ——."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_HAN = "〇一二三四五六七八九"
_UNITS = {"十": 10, "百": 100}
_NUMERAL = "[〇一二三四五六七八九十百零]"
_COUNT = rf"(?:{_NUMERAL}+|\d+)"


class Style(StrEnum):
    """A way to number or to mark a part."""

    BOOK = "book"  # 第一编, 第二部分
    CHAPTER = "chapter"  # 第三章
    PART = "part"  # 第二节
    ARTICLE = "article"  # 第十条
    CLOSE_ARTICLE = "close_article"  # 第十条 with its words right behind it
    ANNEX = "annex"  # 附录A, 附件1
    TITLE = "title"  # a heading without a number: ## 适用范围, 引言
    DECIMAL = "decimal"  # 5.4.5
    DOT = "dot"  # 1.
    COMMA = "comma"  # 1、
    BARE = "bare"  # 1 and a space
    HAN = "han"  # 一、
    HAN_PAREN = "han_paren"  # （一）
    PAREN = "paren"  # (1)
    HALF = "half"  # 1)
    CIRCLED = "circled"  # ①
    LETTER = "letter"  # a.
    LETTER_HALF = "letter_half"  # a)
    POINT = "point"  # 一是, only inside a sentence
    NOTE = "note"  # 注1：
    REFERENCE = "reference"  # GB/T 19011 《…》 alone on a line
    FIELD = "field"  # 地  址：…
    BULLET = "bullet"  # -, --, ——, ·


WEAK = frozenset(
    {
        Style.CLOSE_ARTICLE,
        Style.BARE,
        Style.DOT,
        Style.HAN,
        Style.REFERENCE,
        Style.ANNEX,
        Style.FIELD,
    }
)
"""Styles that the middle of a wrapped sentence may begin with by chance."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark that begins a line.

    ``ordinal`` is its place in its list, 0 where it does not count; ``label`` its canonical
    spelling; ``width`` the characters it takes.
    """

    style: Style
    ordinal: int
    label: str
    width: int


_MARKER = re.compile(
    rf"""(?:[-–]\s+|\#{{1,6}}\s+)?(?:
    (?P<book>第\s*{_COUNT}\s*(?:编|篇|部分)(?=\s|$))
    |(?P<chapter>第\s*{_COUNT}\s*章)
    |(?P<part>第\s*{_COUNT}\s*节)
    |(?P<article>第\s*{_COUNT}\s*条(?:之{_NUMERAL}{{1,2}})?(?=\s|$|[【：:、])[：:、]?)
    |(?P<close_article>第\s*{_COUNT}\s*条(?![的之所至和与及或到中内款项第，,；;。]|规定))
    |(?P<annex>附\s*[录件表](?:\s*(?:[A-Z]|\d{{1,2}}|{_NUMERAL}{{1,3}})(?=[\s.．:：（(]|$)[.．:：]?|[：:]|$))
    |(?P<decimal>(?:\d{{1,2}}|[A-Z])(?:[.．]\d{{1,2}})+(?![\d%％～~\-])(?:[.．]|、(?!\d))?)
    |(?P<dot>\d{{1,2}}[.．](?!\d))
    |(?P<comma>\d{{1,2}}、)
    |(?P<half>\d{{1,2}}\s?[)）])
    |(?P<paren>[(（]\s?\d{{1,2}}\s?[)）]、?)
    |(?P<han_paren>[(（]{_NUMERAL}{{1,3}}[)）]、?)
    |(?P<han>{_NUMERAL}{{1,3}}(?:、|[.．](?!\d)))
    |(?P<circled>[①-⑳])
    |(?P<letter>[a-z][.．](?![a-z]))
    |(?P<letter_half>[(（]?[a-z][)）])
    |(?P<note>注\s?\d{{0,2}}\s?[：:])
    |(?P<reference>(?:[A-Z][A-Z/]*[-A-Z0-9./ ]*\d[A-Z]?\s*)?(?=《[^《》]*》(?:（[^（）]*）)?$))
    |(?P<bare>\d{{1,2}}\s(?=\D))
    )""",
    re.VERBOSE,
)
HALF_WIDTH = str.maketrans("（）．：０１２３４５６７８９", "().:0123456789")
"""Brackets, points and digits as numbers are spelled."""

_NOT_PART_OF = {
    Style.ARTICLE: "、:",
    Style.DECIMAL: "、.",
    Style.HAN: "、.",
    Style.ANNEX: ".:",
    Style.NOTE: ":",
}
_HASH = re.compile(r"\#{1,6}\s+(?=\S)")
_BULLET = re.compile(r"(?:--|——|[-–—•·●■◆▪]\s+|\*\s+)\s*")
_FIELD = re.compile(r"([^：，。；、《》（）()]{2,6})：(?=\S)")


def marker_of(text: str, fields: bool = False) -> Marker | None:
    """The mark at the beginning of a line, if there is one; ``fields`` allows 「地  址：」."""
    found = _MARKER.match(text)
    if found and found.lastgroup:
        style = Style(found.lastgroup)
        printed = found.group(style)
        return Marker(style, _ordinal(style, printed), _label(style, printed), found.end())
    hashes = _HASH.match(text)
    if hashes:
        return Marker(Style.TITLE, 0, text[hashes.end() :].strip(), hashes.end())
    bullet = _BULLET.match(text)
    if bullet:
        return Marker(Style.BULLET, 0, "", bullet.end())
    field = _FIELD.match(text) if fields else None
    if field:
        return Marker(Style.FIELD, 0, "".join(field.group(1).split()), field.end())
    return None


def _ordinal(style: Style, printed: str) -> int:
    if style is Style.CIRCLED:
        return ord(printed) - ord("①") + 1
    if style in (Style.LETTER, Style.LETTER_HALF):
        return ord(printed.strip("(（)）.．")) - ord("a") + 1
    if style is Style.REFERENCE:
        return 0
    printed = printed.partition("之")[0]
    digits = re.findall(r"\d+", printed)
    return int(digits[-1]) if digits else han_number(printed)


def _label(style: Style, printed: str) -> str:
    """The canonical spelling: half-width, no white space."""
    plain = printed.translate(HALF_WIDTH)
    if style is Style.REFERENCE:
        return re.sub(r"\s?-\s?", "-", " ".join(plain.split()))
    return "".join(plain.split()).rstrip(_NOT_PART_OF.get(style, "、"))


def han_number(text: str) -> int:
    """The value of the Chinese numeral in ``text`` (一 to 九百九十九), 0 where there is none."""
    total = digit = 0
    for character in text:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        elif character in _HAN:
            digit = digit * 10 + _HAN.index(character)
    return total + digit
