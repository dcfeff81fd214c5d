"""A sheet to draw on, in points: two pixels each, so that it stays sharp when it is shown large."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw

from bot.pictures import lettering
from bot.pictures.lettering import Weight
from bot.pictures.palette import INK, PAPER, Colour

_SCALE = 2
# Shapes are drawn larger and reduced, which makes their edges smooth.
_SMOOTHING = 4
_HATCH_GAP = 5
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Canvas:
    """Draws letters and shapes; nothing reaches beyond the sheet."""

    def __init__(self, width: float, height: float) -> None:
        self._image = Image.new("RGB", (round(width * _SCALE), round(height * _SCALE)), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: int = 12,
        colour: Colour = INK,
        *,
        weight: Weight = Weight.REGULAR,
        anchor: str = "l",
    ) -> None:
        """Drawable words on one line whose middle is at ``y``; ``anchor`` is l, m or r."""
        face = lettering.font(size * _SCALE, weight)
        place = (round(x * _SCALE), round(y * _SCALE))
        self._draw.text(place, words, fill=colour, font=face, anchor=f"{anchor}m")

    def rectangle(self, box: Box, colour: Colour) -> None:
        """A filled rectangle with straight corners."""
        left, top, right, bottom = (round(each * _SCALE) for each in box)
        if right > left and bottom > top:
            self._draw.rectangle((left, top, right - 1, bottom - 1), fill=colour)

    def frame(self, box: Box, colour: Colour, thick: float = 1) -> None:
        """The outline of a rectangle."""
        left, top, right, bottom = (round(each * _SCALE) for each in box)
        edges = (left, top, right - 1, bottom - 1)
        self._draw.rectangle(edges, outline=colour, width=round(thick * _SCALE))

    def rounded(self, box: Box, radius: float, colour: Colour) -> None:
        """A filled rectangle with round corners."""
        self._stamp(
            box,
            colour,
            lambda draw, size: draw.rounded_rectangle(
                (0, 0, size[0] - 1, size[1] - 1), radius * _SCALE * _SMOOTHING, fill=255
            ),
        )

    def dot(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A filled circle."""
        self.rounded((x - radius, y - radius, x + radius, y + radius), radius, colour)

    def ring(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A circle with an empty middle."""
        self.dot(x, y, radius, colour)
        self.dot(x, y, radius - 1.5, PAPER)

    def hatched(self, box: Box, colour: Colour) -> None:
        """A rectangle of slanting lines."""

        def lines(draw: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
            wide, high = size
            for start in range(-high, wide, _HATCH_GAP * _SCALE * _SMOOTHING):
                draw.line((start, high, start + high, 0), fill=255, width=_SCALE * _SMOOTHING)

        self._stamp(box, colour, lines)

    def across(self, left: float, right: float, y: float, colour: Colour) -> None:
        """A thin line from left to right."""
        self.rectangle((left, y, right, y + 1), colour)

    def down(self, x: float, top: float, bottom: float, colour: Colour, thick: float = 1) -> None:
        """A line from top to bottom, its middle at ``x``."""
        self.rectangle((x - thick / 2, top, x + thick / 2, bottom), colour)

    def png(self) -> bytes:
        """The sheet as a file."""
        written = BytesIO()
        self._image.save(written, "PNG")
        return written.getvalue()

    def _stamp(
        self,
        box: Box,
        colour: Colour,
        shape: Callable[[ImageDraw.ImageDraw, tuple[int, int]], None],
    ) -> None:
        left, top, right, bottom = (round(each * _SCALE) for each in box)
        size = (right - left, bottom - top)
        if min(size) <= 0:
            return
        large = (size[0] * _SMOOTHING, size[1] * _SMOOTHING)
        mask = Image.new("L", large)
        shape(ImageDraw.Draw(mask), large)
        self._image.paste(
            colour, (left, top, right, bottom), mask.resize(size, Image.Resampling.BOX)
        )


def text_width(words: str, size: int = 12, weight: Weight = Weight.REGULAR) -> float:
    """How many points wide drawable words are."""
    return lettering.width(words, size * _SCALE, weight) / _SCALE


def text_within(words: str, most: float, size: int = 12, weight: Weight = Weight.REGULAR) -> str:
    """Any words made drawable and cut to so many points."""
    drawn = lettering.drawable(words)
    return lettering.fitted(drawn, most * _SCALE, size * _SCALE, weight)
