"""The row of a table that a number belongs to."""

from __future__ import annotations

from fractions import Fraction

import pytest

from knowledge.bands import band_in, row_for
from knowledge.clause import ClauseRef
from knowledge.library import Library
from tests.fakes.small_library import small_library

RULES = """1. 审核人日
表1 审核人日
体系人数	人日
1～15	3
16～25	4
26以上	5
1.1. 收费
项目	元
申请费	26
注册费	30
1.2. 面积
面积（万平方米）	人日
5以下	2
5至20	3
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return small_library(tmp_path_factory.mktemp("bands"), {"A": RULES})


@pytest.mark.parametrize(
    ("cell", "inside", "outside"),
    [
        ("26～65", ("26", "65"), ("25", "66")),
        ("80至199人", ("80", "199"), ("200",)),
        ("1,001-2,000", ("1001",), ("1000",)),
        ("≤15", ("15",), ("16",)),
        ("不足5人", ("4",), ("5",)),
        (">6800", ("6801",), ("6800",)),
        ("1000以上", ("1000", "9999"), ("999",)),
        ("100 以下", ("1", "100"), ("101",)),
        ("超过500人", ("501",), ("500",)),
    ],
)
def test_band_of_a_cell_holds_what_it_says(
    cell: str, inside: tuple[str, ...], outside: tuple[str, ...]
) -> None:
    band = band_in(cell)
    assert band
    assert all(band.holds(Fraction(number)) for number in inside)
    assert not any(band.holds(Fraction(number)) for number in outside)


@pytest.mark.parametrize("cell", ["申请费", "AA级", "2026-05-01", "45", "附件1", ""])
def test_cell_that_is_no_range_has_no_band(cell: str) -> None:
    assert band_in(cell) is None


def _row(library: Library, clause: str, *numbers: int) -> str:
    return row_for(library, ClauseRef("A", clause), [Fraction(n) for n in numbers]).number


@pytest.mark.parametrize("found", ["1 1～15", "1 表1"])
def test_row_is_that_of_the_number_whichever_part_of_its_table_was_found(
    library: Library, found: str
) -> None:
    assert _row(library, found, 20) == "1 16～25"


def test_number_counts_in_ten_thousands_where_the_table_does(library: Library) -> None:
    assert _row(library, "1.2 5以下", 120_000) == "1.2 5至20"


def test_clause_stays_where_no_number_is_asked_about(library: Library) -> None:
    assert _row(library, "1 1～15") == "1 1～15"


@pytest.mark.parametrize("found", ["1.1 申请费", "1"])
def test_clause_that_has_no_band_stays(library: Library, found: str) -> None:
    assert _row(library, found, 20) == found
