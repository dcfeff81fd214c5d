from __future__ import annotations

import pytest

from knowledge.ingestion.word_numerals import numeral


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (12, "chineseCounting", "十二"),
        (20, "japaneseCounting", "二十"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (999, "chineseCounting", "九百九十九"),
        (2026, "chineseCounting", "二〇二六"),
        (12, "ideographDigital", "一二"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "ideographTraditional", "乙"),
        (2, "lowerLetter", "b"),
        (27, "upperLetter", "AA"),
        (4, "lowerRoman", "iv"),
        (19, "upperRoman", "XIX"),
        (5, "decimalEnclosedParen", "(5)"),
        (5, "none", ""),
        (5, "some style of the future", "5"),
    ],
)
def test_number_is_printed_as_word_prints_it(number: int, style: str, printed: str) -> None:
    assert numeral(number, style) == printed
