"""Whatever people typed becomes letters that the typeface has, as wide as there is room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.lettering import Weight, drawable, fitted, font, width


@pytest.mark.parametrize(
    "words", ["华信云科技有限公司", "Acme Co., Ltd.", "䶮𠮷镕堃喆", "（一）①《》“”"]
)
def test_chinese_latin_and_rare_signs_are_drawn_as_they_are(words: str) -> None:
    assert drawable(words) == words


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("华信😀云", "华信？云"),
        ("华信\n云\t公司", "华信 云 公司"),
        ("华\u200b信\u202e云\x00", "华信云"),
        ("坏\ud800字", "坏字"),
        ("甲\ufe0f", "甲"),
    ],
)
def test_sign_that_the_typeface_lacks_is_no_empty_box(typed: str, drawn: str) -> None:
    assert drawable(typed) == drawn


@given(st.text(max_size=30))
def test_no_text_fails_and_every_sign_of_it_has_a_form(text: str) -> None:
    box = bytes(font(16, Weight.REGULAR).getmask("\U0010fffd"))
    for sign in drawable(text):
        assert bytes(font(16, Weight.REGULAR).getmask(sign)) != box


@given(st.text(alphabet="华信云Aw ", max_size=60), st.integers(0, 400))
def test_fitted_text_is_a_beginning_and_no_wider_than_asked(text: str, most: int) -> None:
    kept = fitted(text, most, 20)
    if kept != text:
        assert kept.endswith("…")
        assert text.startswith(kept[:-1])
    if len(kept) > 1:
        assert width(kept, 20) <= most


def test_heavier_letters_are_another_weight_of_the_same_face() -> None:
    regular, bold = (font(20, weight).getmask("云") for weight in (Weight.REGULAR, Weight.BOLD))

    assert sum(bytes(bold)) > sum(bytes(regular))
