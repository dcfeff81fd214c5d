"""No label of an axis covers another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.lanes import Label, Place, placed, rows_used

LABELS = st.lists(
    st.builds(Label, st.floats(0, 700), st.floats(1, 300), st.integers(1, 3)), max_size=30
)


def overlap(one: tuple[Label, Place], other: tuple[Label, Place]) -> bool:
    (first, at), (second, there) = one, other
    beside = at.left + first.width <= there.left or there.left + second.width <= at.left
    above = at.row + first.rows <= there.row or there.row + second.rows <= at.row
    return not beside and not above


@given(LABELS)
def test_no_label_covers_another_or_leaves_the_sheet(labels: list[Label]) -> None:
    places = placed(labels, 20, 8)

    both = list(zip(labels, places, strict=True))
    assert not any(overlap(one, other) for one, other in combinations(both, 2))
    assert all(place.left >= 20 and place.row >= 0 for place in places)
    assert rows_used(labels, places) <= sum(label.rows for label in labels)


def test_labels_far_apart_share_a_row() -> None:
    labels = [Label(200, 80), Label(400, 80)]

    assert [place.row for place in placed(labels, 0, 8)] == [0, 0]


def test_later_label_is_higher_where_it_would_cross_the_line_of_an_earlier_one() -> None:
    labels = [Label(300, 100), Label(310, 100), Label(320, 100)]

    assert [place.row for place in placed(labels, 0, 8)] == [0, 1, 2]


def test_label_near_the_left_edge_begins_there() -> None:
    assert placed([Label(50, 100)], 20, 8) == [Place(20, 0)]
