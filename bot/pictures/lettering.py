"""Letters of one typeface in every weight, Chinese and Latin alike."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from enum import IntEnum
from functools import cache
from importlib.resources import files

from PIL import ImageFont

_FILE = str(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc")
# The collection has a face for each region; the third one has the forms of the mainland.
_MAINLAND = 2
# No font has a sign for the last code point of the last private plane.
_NO_SIGN = "\U0010fffd"
_PROBE_SIZE = 16
_INSTEAD = "？"
_CUT = "…"


class Weight(IntEnum):
    """How thick the letters are."""

    REGULAR = 400
    MEDIUM = 500
    BOLD = 700


@cache
def font(size: int, weight: Weight) -> ImageFont.FreeTypeFont:
    """The typeface in a size in pixels."""
    # The plain layout is there on every machine, so that a picture is the same everywhere.
    face = ImageFont.truetype(_FILE, size, index=_MAINLAND, layout_engine=ImageFont.Layout.BASIC)
    face.set_variation_by_axes([weight])
    return face


def drawable(text: str) -> str:
    """The text in one line, a question mark for each sign that the typeface lacks."""
    return "".join(_drawn(sign) for sign in unicodedata.normalize("NFC", text))


def width(text: str, size: int, weight: Weight = Weight.REGULAR) -> float:
    """How many pixels wide a drawable text is."""
    return font(size, weight).getlength(text)


def fitted(text: str, most: float, size: int, weight: Weight = Weight.REGULAR) -> str:
    """A drawable text of at most so many pixels, the cut marked by an ellipsis."""
    if width(text, size, weight) <= most:
        return text
    # Nobody sees more signs than there are pixels.
    room = range(min(len(text), max(int(most), 0)) + 1)
    kept = bisect_right(room, most, key=lambda count: width(text[:count] + _CUT, size, weight)) - 1
    return text[: max(kept, 0)].rstrip() + _CUT


@cache
def _drawn(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign.isspace():
        return " "
    if category in ("Cc", "Cf", "Cs"):
        return ""
    if _has_sign(sign):
        return sign
    return "" if category.startswith("M") else _INSTEAD


def _has_sign(sign: str) -> bool:
    face = font(_PROBE_SIZE, Weight.REGULAR)
    drawn, lacking = face.getmask(sign), face.getmask(_NO_SIGN)
    return drawn.size != lacking.size or bytes(drawn) != bytes(lacking)
