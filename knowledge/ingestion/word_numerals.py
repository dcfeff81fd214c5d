"""How Word writes the numbers that it counts itself: 1, 一, ①, a, A, iv."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

_DIGITS = "〇一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_TEN, _HUNDRED, _LETTERS = 10, 100, 26


def numeral(number: int, style: str) -> str:
    """The number as Word prints it in this ``w:numFmt``; decimal where the style is not known."""
    return _STYLES.get(style, str)(number)


def _counted(number: int) -> str:
    """一, 十, 二十一, 一百零二; beyond 九百九十九 digit by digit."""
    hundreds, rest = divmod(number, _HUNDRED)
    tens, ones = divmod(rest, _TEN)
    if hundreds >= _TEN:
        return _digit_by_digit(number)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _among(marks: str) -> Callable[[int], str]:
    return lambda number: marks[number - 1] if 0 < number <= len(marks) else str(number)


def _letter(number: int) -> str:
    """a … z, then aa, bb, as Word goes on."""
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


def _roman(number: int) -> str:
    words = ""
    for value, mark in _ROMAN:
        words += mark * (number // value)
        number %= value
    return words


_STYLES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "chineseCounting": _counted,
        "chineseCountingThousand": _counted,
        "japaneseCounting": _counted,
        "taiwaneseCountingThousand": _counted,
        "ideographDigital": _digit_by_digit,
        "taiwaneseDigital": _digit_by_digit,
        "taiwaneseCounting": _counted,
        "decimalEnclosedCircle": _among(_CIRCLED),
        "decimalEnclosedCircleChinese": _among(_CIRCLED),
        "decimalZero": lambda number: f"{number:02}",
        "ideographTraditional": _among(_STEMS),
        "lowerLetter": _letter,
        "upperLetter": lambda number: _letter(number).upper(),
        "lowerRoman": _roman,
        "upperRoman": lambda number: _roman(number).upper(),
        "decimalEnclosedParen": lambda number: f"({number})",
        "decimalEnclosedFullstop": lambda number: f"{number}.",
        "none": lambda _: "",
    }
)
