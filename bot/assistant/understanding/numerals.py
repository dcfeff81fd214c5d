"""Numbers as people type them: 120, 1.2万, 一百二十, 两千多, 三成, 百分之三十, 30%, 1/3, 一半."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "俩": 2, "仨": 3}
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"万": 10_000, "亿": 100_000_000}
_UNITS = _SMALL_UNITS | _LARGE_UNITS
_ZEROS = "零〇○"

_ONE_TO_NINE = "[一二两三四五六七八九]"
_NUMERAL = f"[{''.join(_DIGITS)}{''.join(_UNITS)}]"
_BARE_UNIT = r"[百千万](?=\s*(?:来|多|余|把|个|名|号|人))"
_CHINESE = rf"(?:(?![百千万亿]){_NUMERAL}+(?:点[{''.join(_DIGITS)}]+)?|{_BARE_UNIT})"

# 三五个, 七八百, 二三十: two neighbouring digits say "about"; the larger one is taken.
_ABOUT = re.compile("一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九")
_APPROXIMATE = re.compile(r"\s*(?:多|来|几|余|把|左右|上下|出头)")
_AND_A_HALF = re.compile(r"\s*个半(?=\s*(?:人天|人日|审核人日|工|月|小时|钟头))")
_NOT_A_NUMBER = re.compile(
    r"(?<=[同第统唯万哪另每上下])一(?![\d十百千万])"
    r"|(?:(?<=周)|(?<=星期)|(?<=礼拜))[一二三四五六](?![十百千万个])"
    r"|一(?:样|起|共|般|定|下|块|直|些|致|并|级|旦|律|概|点|边|阶|同|会|趟|遍|手|模|道|切|方|时|向|贯"
    r"|面|系列|旁|则|头|路|齐|刻|体|个样)"
    r"|三(?:方|者|级)|二(?:级|阶|手|维码)|[四五]级|千万(?![人元块])|万一|百分|十分(?!钟)"
    r"|两(?:边|者|头|种|样)|(?:五一|六一|十一)(?=前|后|期间|节|假|长假|放假|之前|之后)"
    r"|五花八门|乱七八糟|三天两头|成百上千|(?<![加算以连])上[百千万]|几[十百千万]+"
    r"|(?:(?<=有)|(?<![\u4e00-\u9fff]))数[十百千万]+"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a text; ``approximate`` where it reads 两千多, 百来, 七八百.

    ``is_share`` where it is printed as a share (三成, 30%, 1/3, 一半).
    """

    value: Fraction
    start: int
    end: int
    approximate: bool = False
    is_share: bool = False


def chinese_integer(words: str) -> int:
    """The integer that Chinese numerals stand for; 二五 and 二〇二五 are read digit by digit."""
    if not any(char in _UNITS for char in words):
        return int("".join(str(_DIGITS[char]) for char in words))
    total = section = digit = 0
    last_unit = 10
    for char in words:
        if char in _DIGITS:
            digit = _DIGITS[char]
            last_unit = 10 if char in _ZEROS else last_unit
        elif char in _SMALL_UNITS:
            last_unit = _SMALL_UNITS[char]
            section, digit = section + (digit or 1) * last_unit, 0
        else:
            last_unit = _LARGE_UNITS[char]
            section = section + digit or (not total)
            total = (total + section) * last_unit if char == "亿" else total + section * last_unit
            section = digit = 0
    # 一百二 and 两万五 leave out the last unit.
    return total + section + digit * last_unit // 10


def _value(words: str) -> Fraction:
    """The value of plain figures (12.5) or Chinese numerals (十二点五, 七八百)."""
    if words[0].isdecimal():
        return Fraction(words.replace(",", ""))
    whole, _, decimals = words.partition("点")
    if _ABOUT.fullmatch(whole):
        return Fraction(_DIGITS[whole[1]])
    tenths = "".join(str(_DIGITS[char]) for char in decimals)
    return chinese_integer(whole) + Fraction(int(tenths or 0), 10 ** len(tenths))


def _fraction(match: re.Match[str]) -> Fraction:
    return _value(match["parts"]) / _value(match["of"])


def _tenths(match: re.Match[str]) -> Fraction:
    more = match["twentieth"]
    half = Fraction(1, 2) if more == "半" else _value(more) / 10 if more else Fraction(0)
    return (_value(match["ten"]) + half) / 10


def _arabic(match: re.Match[str]) -> Fraction:
    """120, 1,200, 1.2万, and the mixed 3万5, 3万5千, 1万2000."""
    unit, more = _UNITS.get(match["unit"] or "", 1), (match["more"] or "").lstrip("零")
    rest = Fraction(0)
    if more:
        figures, own_unit = more.rstrip("千百"), more[-1]
        implied = unit // 10 if len(more) == 1 else 1
        rest = Fraction(int(figures) * _UNITS.get(own_unit, implied))
    return _value(match["figures"]) * unit + rest


_Read = Callable[[re.Match[str]], Fraction]
_SHARES: Mapping[str, tuple[str, _Read]] = {
    "fraction": (
        rf"(?P<of>[1-9]\d*|(?![{_ZEROS}])(?:百|千|万|{_CHINESE}))分之"
        rf"(?P<parts>\d+(?:\.\d+)?|百|{_CHINESE})",
        _fraction,
    ),
    "tenths": (
        rf"(?P<ten>\d+|{_ONE_TO_NINE})成(?!立|功|本|员|果|文|为|熟|都|交|分|长|型|绩)"
        rf"(?P<twentieth>半|(?:\d|{_ONE_TO_NINE})(?!\s*[\d.个名人天年月次]))?",
        _tenths,
    ),
    "slashed": (
        r"(?<![\d/.])(?P<over>\d{1,3})\s*/\s*(?P<under>0*[1-9]\d{0,2})(?!\s*[\d/.年月号日])",
        lambda match: Fraction(int(match["over"]), int(match["under"])),
    ),
    "percent": (
        r"(?P<hundredths>\d+(?:\.\d+)?)\s*[%％]",
        lambda match: _value(match["hundredths"]) / 100,
    ),
    "half": (r"一半|半数", lambda _: Fraction(1, 2)),
}
_COUNTS: Mapping[str, tuple[str, _Read]] = {
    "arabic": (
        r"(?P<figures>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)"
        r"(?:\s*(?P<unit>[万千百])(?!分之)(?P<more>零?\d{1,4}[千百]?(?![\d.%％/]))?)?",
        _arabic,
    ),
    "chinese": (_CHINESE, lambda match: _value(match[0])),
}
_FORMS = {**_SHARES, **_COUNTS}
_NUMBER = re.compile("|".join(f"(?P<{form}>{regex})" for form, (regex, _) in _FORMS.items()))


def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text, in order; 一起, 第一, 几十 are none."""
    idioms = [idiom.span() for idiom in _NOT_A_NUMBER.finditer(text)]
    return tuple(
        _number(text, match)
        for match in _NUMBER.finditer(text)
        if match.lastgroup != "chinese"
        or not any(start <= match.start() < end for start, end in idioms)
    )


def _number(text: str, match: re.Match[str]) -> Number:
    form = match.lastgroup or ""
    value, end = _FORMS[form][1](match), match.end()
    if form in _COUNTS and (half := _AND_A_HALF.match(text, end)):
        value, end = value + Fraction(1, 2), half.end()
    about = form == "chinese" and _ABOUT.search(match[0]) is not None
    about = about or _APPROXIMATE.match(text, end) is not None
    return Number(value, match.start(), end, about, form in _SHARES)
