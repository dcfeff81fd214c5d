"""Counts as people say them: 120, but also 三百多, 100到200, 不到100, 大概一百来 and 近两百."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from bot.assistant.understanding.numerals import Number

_NEAR = 8
_PEOPLE = r"\s*[个名位号口]?\s*(?:人|员工|职工)?\s*"
_TO = re.compile(rf"{_PEOPLE}(?:到|至|[-~—–]+)\s*")
_FROM = re.compile(r"从\s*$")
_SPREAD = Fraction(1, 10)
# 七八百: two digits in a row; numerals reads the larger one.
_TWO_DIGITS = re.compile(r"三五|[一二两三四五六七八][二两三四五六七八九]")
_UNIT = re.compile("[百千万]")
_BEFORE = {
    "below": re.compile(r"(?:不到|不足|(?<!不)[少低小]于|没到|未满|不满)\s*$"),
    "above": re.compile(r"(?:(?<!不)(?:超过|超出|多于|大于)|不止)\s*$"),
    "nearly": re.compile(r"(?:将近|(?<![附最邻远])近|接近|快[到有]?|逼近)\s*$"),
    "about": re.compile(r"(?:大概|大约|(?<!合)约莫?|差不多|估计|估摸|大致)[有是在就]?\s*$"),
}
_BEHIND = {
    "more": re.compile(rf"\s*(?:多(?!少)|几|余)|{_PEOPLE}(?:开外|多(?=\s*(?:$|[,，。;；、])))"),
    "below": re.compile(rf"{_PEOPLE}(?:不到|不足)(?=\s*(?:$|[,，。;；、]))"),
    "barely_more": re.compile(rf"{_PEOPLE}出头"),
    "about": re.compile(rf"\s*[来把](?=\s*[个名位号]?\s*(?:人|员工|职工))|{_PEOPLE}(?:左右|上下)"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """So many, computed with ``value``; from ``least`` to ``most`` may be meant, both included.

    ``words`` are those of the text where the count is not exact.
    """

    value: int
    least: int
    most: int
    words: str = ""

    @property
    def is_exact(self) -> bool:
        """Whether only one number can be meant."""
        return not self.words

    def times(self, factor: int) -> Count:
        """So many in each of several; with -1, the same below zero."""
        least, most = sorted((self.least * factor, self.most * factor))
        return Count(self.value * factor, least, most, self.words)

    def plus(self, other: Count) -> Count:
        """Both together."""
        words = "、".join(each.words for each in (self, other) if each.words)
        least, most = self.least + other.least, self.most + other.most
        return Count(self.value + other.value, least, most, words)


def read_count(text: str, number: Number, left: Number | None = None) -> Count:
    """What a whole number of a text means; ``left`` is the number that stands before it.

    Where two ends are said, the upper one counts; 不到100 is 99 and 超过100 is 101.
    """
    said = int(number.value)
    if left is not None and is_range(text, left, number):
        return _between(text, left, number)
    before = text[max(0, number.start - _NEAR) : number.start]
    for kind, pattern in _BEFORE.items():
        if match := pattern.search(before):
            start = number.start - len(match[0])
            return _rough(kind, said, text[start : number.end])
    if number.approximate and _TWO_DIGITS.search(text, number.start, number.end):
        return _rough("two_digits", said, text[number.start : number.end])
    for kind, pattern in _BEHIND.items():
        if match := pattern.match(text, number.end):
            return _rough(kind, said, text[number.start : match.end()])
    return Count(said, said, said)


def is_range(text: str, left: Number, number: Number) -> bool:
    """Whether two numbers are the ends of one count: 100人到200人, but not 从100人到200人."""
    joined = _TO.fullmatch(text, left.end, number.start) is not None
    whole = left.value.denominator == 1 and not left.is_share
    return joined and whole and left.value < number.value and not _FROM.search(text[: left.start])


def _between(text: str, left: Number, number: Number) -> Count:
    """100到200; in 一到两百 the lower end leaves out the unit."""
    least, most = int(left.value), int(number.value)
    shortened = least * _last_place(most)
    has_unit = _UNIT.search(text, number.start, number.end) is not None
    if has_unit and not _UNIT.search(text, left.start, left.end) and shortened < most:
        least = shortened
    return Count(most, least, most, text[left.start : number.end])


def _rough(kind: str, said: int, words: str) -> Count:
    """The number with its likely ends: within its last place (三百多) or a tenth off (近两百)."""
    place = _last_place(said)
    lower, upper = ceil(said * (1 - _SPREAD)), floor(said * (1 + _SPREAD))
    value, least, most = {
        "below": (said - 1, min(lower, said - 1), said - 1),
        "above": (said + 1, said + 1, said + max(place - 1, 1)),
        "nearly": (said, lower, said),
        "about": (said, lower, upper),
        "two_digits": (said, said - place * (2 if "三五" in words else 1), said),
        "more": (said, said, said + place - 1),
        "barely_more": (said, said, upper),
    }[kind]
    return Count(value, least, most, words.strip())


def _last_place(number: int) -> int:
    """100 for 300, 10 for 1250."""
    place = 1
    while number and number % (place * 10) == 0:
        place *= 10
    return place
