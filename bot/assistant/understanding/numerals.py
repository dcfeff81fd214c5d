"""Numbers as people type them: 120, 1.2万, 一百二十, 两千多, 三成, 百分之三十, 30%, 1/3, 半."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
    "仨": 3,
}
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"万": 10_000, "亿": 100_000_000}
_CHINESE = "零〇一二两俩仨三四五六七八九十百千万亿"

_NUMBER = re.compile(
    r"百分之(?P<hundredths>[\d.]+|[" + _CHINESE + r"]+)"
    r"|(?P<tenths>\d+|[一二两三四五六七八九])成(?P<half_tenth>半)?(?!立|功|本|员|果|文|为|熟|都)"
    r"|(?P<numerator>\d+)\s*/\s*(?P<denominator>\d+)(?![\d/年月])"
    r"|(?P<of>[二三四五六七八九十])分之(?P<parts>[一二两三四五六七八九])"
    r"|(?P<percent>\d+(?:\.\d+)?)\s*[%％]"
    r"|(?P<ten_thousands>\d+)万零?(?P<thousands>\d)千"
    r"|(?P<arabic>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)\s*(?P<unit>[万千百])?"
    r"|(?P<chinese>[" + _CHINESE + r"]+(?:点[零〇一二三四五六七八九]+)?)"
)
_IDIOM = re.compile(
    r"(?:(?<=同)|(?<=第)|(?<=统)|(?<=唯)|(?<=万)|(?<=哪)|(?<=另)|(?<=每)|(?<=上)|(?<=下))一(?![\d十百千万])"
    r"|一(?:样|起|共|般|定|下|块|直|些|致|并|级|旦|律|概|点|边|阶|同|个样|会|趟|遍|手|模)|三(?:方|者|级)|二(?:级|阶)"
    r"|四级|五级|千万(?!人|元|块)|万一|十分|百分|两(?:边|者|头|种|样)"
)
_APPROXIMATE = re.compile(r"\s*(?:多|来|几|余|左右|上下)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a text; ``approximate`` where it reads 两千多, 百来.

    ``is_share`` where it is printed as a share (三成, 30%, 1/3) and lies between 0 and 1.
    """

    value: Fraction
    start: int
    end: int
    approximate: bool = False
    is_share: bool = False


def chinese_integer(words: str) -> int:
    """The integer that Chinese numerals stand for; 二五 and 二〇二五 are read digit by digit."""
    if not any(c in _SMALL_UNITS or c in _LARGE_UNITS for c in words):
        return int("".join(str(_DIGITS[c]) for c in words))
    total = section = digit = 0
    last_unit = 1
    for char in words:
        if char in _DIGITS:
            digit = _DIGITS[char]
            if char in "零〇":
                last_unit = 10
        elif char in _SMALL_UNITS:
            last_unit = _SMALL_UNITS[char]
            section += (digit or 1) * last_unit
            digit = 0
        else:
            last_unit = _LARGE_UNITS[char]
            total = (total + section + digit) * last_unit
            section = digit = 0
    # 一百二 and 两万五 leave out the last unit.
    trailing = digit * (last_unit // 10 if last_unit > 10 and words[-2:-1] not in "零〇" else 1)  # noqa: PLR2004
    return total + section + trailing


def _chinese_value(words: str) -> Fraction:
    whole, _, decimals = words.partition("点")
    value = Fraction(chinese_integer(whole))
    if decimals:
        value += Fraction(int("".join(str(_DIGITS[c]) for c in decimals)), 10 ** len(decimals))
    return value


def _plain_value(words: str) -> Fraction:
    return Fraction(words) if words[0].isdigit() else Fraction(chinese_integer(words))


def _read(match: re.Match[str]) -> tuple[Fraction, bool]:
    groups = match.groupdict()
    if groups["hundredths"]:
        return _plain_value(groups["hundredths"]) / 100, True
    if groups["tenths"]:
        half = Fraction(1, 20) if groups["half_tenth"] else Fraction(0)
        return _plain_value(groups["tenths"]) / 10 + half, True
    if groups["numerator"]:
        return Fraction(int(groups["numerator"]), int(groups["denominator"]) or 1), True
    if groups["of"]:
        return Fraction(_DIGITS[groups["parts"]], chinese_integer(groups["of"])), True
    if groups["percent"]:
        return Fraction(groups["percent"]) / 100, True
    if groups["ten_thousands"]:
        return Fraction(
            int(groups["ten_thousands"]) * 10_000 + int(groups["thousands"]) * 1000
        ), False
    if groups["arabic"]:
        scale = (_SMALL_UNITS | _LARGE_UNITS).get(groups["unit"] or "", 1)
        return Fraction(groups["arabic"].replace(",", "")) * scale, False
    return _chinese_value(groups["chinese"]), False


def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text, in order."""
    numbers = []
    idioms = [idiom.span() for idiom in _IDIOM.finditer(text)]
    for match in _NUMBER.finditer(text):
        if match["chinese"] and any(start <= match.start() < end for start, end in idioms):
            continue
        value, is_share = _read(match)
        tail = _APPROXIMATE.match(text, match.end())
        numbers.append(Number(value, match.start(), match.end(), tail is not None, is_share))
    return tuple(numbers)
