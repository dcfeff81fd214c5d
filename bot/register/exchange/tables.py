"""Files as rows of cells: CSV in the encodings that Excel writes, and XLSX without macros."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.register.errors import RegisterRefuses
from bot.register.exchange import phrases
from bot.register.exchange.cells import Cell

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
_MOST_COLUMNS = 200
_MOST_UNPACKED = 400_000_000
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_BOTH_ENDS = (b"\xff\xfe", b"\xfe\xff")
_MACRO_ENDINGS = (".xlsm", ".xltm", ".xlsb", ".xlam")
_SEPARATORS = ",;\t"

# What openpyxl and what it reads with raise over a damaged or hostile file.
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, InvalidFileException, SyntaxError, LookupError, ValueError),
    *(TypeError, AttributeError, ArithmeticError, EOFError, RuntimeError, OSError),
)

Row = Sequence[Cell]


def read_sheets(name: str, content: bytes) -> Iterator[Iterator[Row]]:
    """The sheets of a file as rows, empty ones too; RegisterRefuses where it cannot be read."""
    if len(content) > MOST_BYTES:
        raise RegisterRefuses(phrases.too_big(len(content), MOST_BYTES))
    ending = name.lower()
    if ending.endswith(_MACRO_ENDINGS):
        raise RegisterRefuses(phrases.MACRO)
    if content.startswith(_OLD_EXCEL) or ending.endswith(".xls"):
        raise RegisterRefuses(phrases.OLD_EXCEL)
    if content.startswith(_ZIP):
        return _xlsx(content)
    if ending.endswith((".csv", ".txt")):
        return iter([_csv(content)])
    raise RegisterRefuses(phrases.DAMAGED if ending.endswith(".xlsx") else phrases.NOT_A_TABLE)


def _csv(content: bytes) -> Iterator[Row]:
    text = _decoded(content)
    first = text.lstrip().partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield row[:_MOST_COLUMNS]
    except csv.Error as error:
        raise RegisterRefuses(phrases.DAMAGED) from error


def _decoded(content: bytes) -> str:
    if content.startswith(_BOTH_ENDS):
        return content.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RegisterRefuses(phrases.NOT_TEXT)


def _xlsx(content: bytes) -> Iterator[Iterator[Row]]:
    try:
        _refuse_dangerous(content)
        with warnings.catch_warnings():
            # What it cannot keep of a workbook's looks is no concern of ours.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            # The size that some programs write is wrong.
            sheet.reset_dimensions()
            yield _rows(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True))
    except _DAMAGE as error:
        raise RegisterRefuses(phrases.DAMAGED) from error


def _rows(rows: Iterator[Row]) -> Iterator[Row]:
    try:
        yield from rows
    except _DAMAGE as error:
        raise RegisterRefuses(phrases.DAMAGED) from error


def _refuse_dangerous(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        infos = parts.infolist()
    if any("vbaproject" in each.filename.lower() for each in infos):
        raise RegisterRefuses(phrases.MACRO)
    unpacked = sum(each.file_size for each in infos)
    if unpacked > _MOST_UNPACKED:
        raise RegisterRefuses(phrases.too_big(unpacked, _MOST_UNPACKED))
