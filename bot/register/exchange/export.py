"""The register as a file that a spreadsheet opens, and that an import reads again as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from bot.register.exchange.columns import label
from bot.register.exchange.event_lines import written
from bot.register.record import CertificateRecord
from calculators.obligations.event_kinds import Status

_Value = str | int | date | None
_Row = tuple[_Value, ...]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"
_WIDTHS = {"organization": 32, "scheme": 22, "number": 24, "events": 60}
_WIDTH = 13
_DATE_FORMAT = "yyyy-mm-dd"
_SHEET = "证书登记册"
_LAST = "surveillance_ended"
_CERTIFIES = ("issued", "renewed")
_HEADINGS = {"issued": "发证日期", _LAST: "上次监督日期"}

FIELDS = (
    *("organization", "short_names", "scheme", "number", "headcount", "sites", "risk"),
    *("owner", "status", "issued", "expires", _LAST, "events"),
)


def as_csv(
    records: Iterable[CertificateRecord],
    scheme: Callable[[str], str],
    status: Callable[[CertificateRecord], Status],
) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs; ``scheme`` names a document for people."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_headings())
    for record in records:
        writer.writerow(_guarded(each) for each in _row(record, scheme, status))
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(
    records: Iterable[CertificateRecord],
    scheme: Callable[[str], str],
    status: Callable[[CertificateRecord], Status],
) -> bytes:
    """A workbook of one sheet, its days being days."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_SHEET)
    sheet.freeze_panes = "B2"
    for place, field in enumerate(FIELDS, 1):
        width = _WIDTHS.get(field, _WIDTH)
        sheet.column_dimensions[get_column_letter(place)].width = width

    sheet.append([_cell(sheet, heading, is_heading=True) for heading in _headings()])
    for record in records:
        sheet.append([_cell(sheet, value) for value in _row(record, scheme, status)])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet: Any, value: _Value, *, is_heading: bool = False) -> Any:
    guarded: Any = _guarded(value)
    made = WriteOnlyCell(sheet, guarded)
    made.font = Font(bold=is_heading)
    made.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, date):
        made.number_format = _DATE_FORMAT
    return made


def _headings() -> Iterator[str]:
    return (_HEADINGS.get(field) or label(field) for field in FIELDS)


def _row(
    record: CertificateRecord,
    scheme: Callable[[str], str],
    status: Callable[[CertificateRecord], Status],
) -> _Row:
    said = record.particulars
    certified = [each.event for each in record.events if each.event.kind in _CERTIFIES]
    return (
        record.organization.name,
        "、".join(record.organization.short_names),
        scheme(said.document),
        said.number,
        said.headcount,
        said.sites,
        said.risk.label if said.risk else None,
        said.owner,
        status(record).label,
        _day(record, "issued"),
        certified[-1].expires if certified else None,
        _day(record, _LAST),
        written(record.events),
    )


def _day(record: CertificateRecord, kind: str) -> date | None:
    return next(
        (each.event.on for each in reversed(record.events) if each.event.kind == kind), None
    )


def _guarded(value: _Value) -> _Value:
    """No spreadsheet takes the text for a formula."""
    return _GUARD + value if isinstance(value, str) and value.startswith(_FORMULA) else value
