"""The timeline is a picture of one size of letters, whatever the certificate went through."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image

from bot.pictures import palette
from bot.pictures.timeline import WIDTH, timeline_of
from bot.register.record import CertificateRecord
from knowledge.library import Library
from tests.fakes.certificates import certificate, surveyed

TODAY = date(2026, 11, 24)
LIFE = (
    ("stage_2_ended", date(2024, 12, 8)),
    ("issued", date(2025, 1, 10)),
    ("surveillance_ended", date(2025, 12, 12)),
    ("suspended", date(2026, 3, 1)),
    ("restored", date(2026, 5, 20)),
)
LONG = tuple(
    (kind, date(2015, 1, 1) + timedelta(days=30 * month))
    for month in range(140)
    for kind in ("complaint_received", "complaint_answered", "change_reported")
)
CERTIFICATES = {
    "nothing happened": certificate(),
    "one event": certificate(("issued", TODAY)),
    "a life": certificate(*LIFE, document="TB-GZ-036"),
    "four hundred events": certificate(("issued", date(2014, 12, 1)), *LONG, document="TB-GZ-036"),
    "a long name": certificate(*LIFE, name="䶮𠮷😀\u202e非常长" * 30, number="N" * 60),
    "letters": certificate(*LIFE, name="Acme <Cloud> & Partners *Holding* Co., Ltd."),
    "withdrawn": certificate(*LIFE, ("withdrawn", date(2026, 6, 1)), document="WAL-QP-21"),
    "an event ahead": certificate(*LIFE, ("audit_planned", date(2026, 12, 10))),
    "the first century": certificate(("issued", date(1, 1, 1))),
}


def picture(record: CertificateRecord, library: Library) -> bytes:
    return timeline_of(record, surveyed(record, TODAY, library), TODAY, library)


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("record", CERTIFICATES.values(), ids=CERTIFICATES)
def test_every_certificate_has_a_picture_that_fits_a_message(
    record: CertificateRecord, library: Library
) -> None:
    drawn = opened(picture(record, library))

    assert drawn.width == 2 * WIDTH
    assert 400 < drawn.height < 3500


def test_the_same_certificate_has_the_same_picture(library: Library) -> None:
    record = CERTIFICATES["a life"]

    assert picture(record, library) == picture(record, library)


def test_today_is_a_line_through_all_rows(library: Library) -> None:
    drawn = opened(picture(CERTIFICATES["a life"], library))

    lines = [
        x
        for x in range(drawn.width)
        if sum(drawn.getpixel((x, y)) == palette.TODAY for y in range(300, drawn.height, 5))
        > (drawn.height - 300) / 5 * 0.6
    ]
    assert lines
    assert lines[-1] - lines[0] <= 4


def test_suspension_and_what_is_overdue_have_their_colours(library: Library) -> None:
    drawn = opened(picture(CERTIFICATES["a life"], library))

    colours = {colour for _, colour in drawn.getcolors(drawn.width * drawn.height) or ()}
    assert {palette.AMBER, palette.PALE_AMBER, palette.RED} <= colours


def test_nothing_is_red_where_nothing_is_overdue(library: Library) -> None:
    record = certificate(("issued", date(2026, 11, 1)))
    drawn = opened(picture(record, library))

    # The legend at the foot has every colour.
    above = drawn.crop((0, 0, drawn.width, drawn.height - 2 * 44))
    assert palette.RED not in {
        colour for _, colour in above.getcolors(above.width * above.height) or ()
    }
