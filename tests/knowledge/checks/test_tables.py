"""Bands of a table: gaps, overlaps, falling values, bands without a value."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.tables import find

Review = Callable[..., ReviewedDocument]

HEAD = "1. 总则\n审核时间见附录A。\n\n附录A. 时间\n\n有效人数\t审核时间（人天）\n"


def _found(review: Review, rows: str) -> list[tuple[str, int]]:
    return [(found.sentence, len(found.clauses)) for found in find(review(HEAD + rows))]


def test_bands_that_touch_have_no_fault(review: Review) -> None:
    assert _found(review, "≤10\t5\n11-15\t6\n16-25\t7\n") == []


def test_band_that_overlaps_its_neighbours_is_one_finding_with_the_likely_number(
    review: Review,
) -> None:
    rows = "1-10\t5\n11-20\t6\n21-30\t7\n12-40\t8\n41-50\t9\n"
    assert _found(review, rows) == [("“12-40”一档与“11-20”“21-30”重叠，疑为“31～40”之误。", 3)]


def test_numbers_between_two_bands_are_a_gap(review: Review) -> None:
    assert _found(review, "1-10\t5\n11-15\t6\n20-25\t7\n") == [("16～19 没有对应的档。", 2)]


def test_value_below_the_band_before_is_a_fault(review: Review) -> None:
    assert _found(review, "1-10\t5\n11-15\t6.5\n16-25\t6\n") == [
        ("“16-25”的数值比前一档“11-15”小。", 2)
    ]


def test_band_with_words_for_a_value_is_a_fault(review: Review) -> None:
    assert _found(review, "1-10\t5\n11-15\t6\n>15\t依此类推\n") == [
        ("“>15”一档没有数值，只写“依此类推”。", 1)
    ]


@pytest.mark.parametrize("last", [">25", "≥26", "26以上", "＞25"])
def test_open_band_follows_the_last_one_however_it_is_written(review: Review, last: str) -> None:
    assert _found(review, f"1-10\t5\n11-25\t6\n{last}\t7\n") == []


def test_table_without_bands_is_left_alone(review: Review) -> None:
    assert _found(review, "政务\t一\n公共\t二\n商务\t三\n") == []


def test_two_rows_are_too_few_to_be_a_scale(review: Review) -> None:
    assert _found(review, "1-10\t5\n20-30\t无\n政务\t一\n") == []


def test_single_number_between_two_bands_is_named_alone(review: Review) -> None:
    assert _found(review, "1-10\t5\n11-15\t6\n17-25\t7\n") == [("16 没有对应的档。", 2)]
