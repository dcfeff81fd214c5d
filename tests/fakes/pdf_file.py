"""Makes PDF files with Chinese text, ruled tables and wrapped lines; no font is embedded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

SIZE = 12
LEFT, TOP, LEADING = 72, 770, 20
FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
    b" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    b" /W [1 [500] 2 95 500] >>] >>"
)

Block = str | Sequence[Sequence[str]]
"""A line, or the rows of a ruled table."""


def pdf_file(pages: Iterable[Iterable[Block]], path: Path, font: bytes = FONT) -> Path:
    """A PDF with these lines and tables on its pages."""
    contents = [_content(page) for page in pages]
    numbers = range(4, 4 + 2 * len(contents), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids),
        font,
    ]
    for number, content in zip(numbers, contents, strict=True):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % (number + 1)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    path.write_bytes(_joined(objects))
    return path


def wrapped(text: str, columns: int) -> list[str]:
    """The paragraphs of a text broken into lines, each begun with two spaces."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        rest = paragraph.strip()
        while rest:
            lines.append(rest[:columns])
            rest = rest[columns:]
    return lines


def _content(page: Iterable[Block]) -> bytes:
    drawn: list[str] = []
    height = TOP
    for block in page:
        rows = [[block]] if isinstance(block, str) else block
        for row in rows:
            width = 450 // len(row)
            for at, words in enumerate(row):
                left = LEFT + at * width
                drawn.append(f"BT /F {SIZE} Tf {left + 3} {height + 5} Td <{_hex(words)}> Tj ET")
                if not isinstance(block, str):
                    drawn.append(f"{left} {height} {width} {LEADING} re S")
            height -= LEADING
    return "\n".join(drawn).encode()


def _hex(words: str) -> str:
    return words.encode("utf-16-be").hex()


def _joined(objects: Sequence[bytes]) -> bytes:
    made = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
