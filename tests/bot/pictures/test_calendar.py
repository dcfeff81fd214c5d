"""The days ahead on one sheet, few items or many."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from bot.digest.content import DigestContent, content_of
from bot.digest.subscription import Subscription
from bot.pictures import palette
from bot.pictures.calendar import WIDTH, days_ahead_of
from calculators.working_days import WorkingCalendar
from knowledge.library import Library
from tests.fakes.certificates import certificate, surveyed

TODAY = date(2026, 11, 24)
WISH = Subscription("C1", datetime(2026, 11, 1, tzinfo=UTC), "U1", days_ahead=90)


def content(count: int, library: Library, name: str = "华信云") -> DigestContent:
    """As many certificates, issued a year ago, one day apart."""
    records = [
        certificate(
            ("issued", date(2025, 11, 1) + timedelta(days=number % 130)), name=name, id=number
        )
        for number in range(count)
    ]
    return content_of(
        [(record, surveyed(record, TODAY, library)) for record in records],
        WISH,
        TODAY,
        lambda *_: False,
    )


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def colours_of(image: Image.Image) -> set[object]:
    return {colour for _, colour in image.getcolors(image.width * image.height) or ()}


@pytest.mark.parametrize("count", [0, 1, 30, 500])
def test_sheet_keeps_its_size_however_much_is_due(
    count: int, library: Library, calendar: WorkingCalendar
) -> None:
    drawn = opened(days_ahead_of(content(count, library), library, calendar))

    assert (drawn.width, drawn.height) == (2 * WIDTH, 1888)


@pytest.mark.parametrize("name", ["䶮𠮷😀\u202e" * 40, "A" * 200, " ", "<!channel> *x*"])
def test_any_name_is_drawn(name: str, library: Library, calendar: WorkingCalendar) -> None:
    assert days_ahead_of(content(40, library, name), library, calendar)


def test_the_same_days_are_the_same_picture(library: Library, calendar: WorkingCalendar) -> None:
    first, second = (days_ahead_of(content(9, library), library, calendar) for _ in range(2))

    assert first == second


def test_overdue_ones_are_red_on_the_left_and_nothing_else_is(
    library: Library, calendar: WorkingCalendar
) -> None:
    drawn = opened(days_ahead_of(content(130, library), library, calendar))
    left, right = drawn.crop((0, 0, 400, 1780)), drawn.crop((400, 0, 1600, 1780))

    assert palette.PALE_RED in colours_of(left)
    assert palette.RED in colours_of(left)
    assert palette.RED not in colours_of(right)


def test_today_is_framed_and_the_weekend_grey(library: Library, calendar: WorkingCalendar) -> None:
    drawn = opened(days_ahead_of(content(0, library), library, calendar))
    tuesday, saturday = (2 * (208 + (place + 0.5) * 568 / 7) for place in (1, 5))

    column = [drawn.getpixel((round(tuesday), y)) for y in range(200, 400)]
    assert palette.TODAY in column
    assert drawn.getpixel((round(saturday), 2 * 160)) == palette.SHADE
