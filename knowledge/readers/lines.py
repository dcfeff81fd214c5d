"""The printed lines of a text: their places, their width, and which of them go on with another."""

from __future__ import annotations

from dataclasses import dataclass

_SENTENCE_END = "。；：！？;:!?."
_HEADING_COLUMNS = 64
_SENTENCE_COLUMNS = 40
_ROOM = 8
_INDENT = 3
_RARE = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it.

    ``after_blank``: a blank line stands before it; ``page`` counts form feeds, from 0; ``indent``
    is the printed width of the white space before it; ``after_furniture``: what belongs to the
    pages stands between it and the line before.
    """

    start: int
    end: int
    text: str
    after_blank: bool
    page: int = 0
    indent: int = 0
    after_furniture: bool = False

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence, or a part of one, ends with this line."""
        return self.text[-1] in _SENTENCE_END


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank, with their places in ``text``."""
    lines: list[Line] = []
    start = page = 0
    blank = False
    for printed in text.split("\n"):
        words = printed.strip()
        page += printed.count("\f")
        if words:
            before = printed.index(words[0])
            at, indent = start + before, columns(printed[:before])
            lines.append(Line(at, at + len(words), words, blank, page, indent))
        blank = not words
        start += len(printed) + 1
    return lines


def columns(text: str) -> int:
    """The printed width: a Chinese character takes two columns."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def is_heading(words: str) -> bool:
    """Whether the words after a number read as a heading and not as a sentence."""
    return (
        bool(words)
        and words[-1] not in "。；;！？"
        and "。" not in words
        and columns(words) <= _HEADING_COLUMNS
    )


class Wrapping:
    """Tells whether a line goes on with the sentence or paragraph of the line before it."""

    def __init__(self, lines: list[Line], wrapped: bool = True) -> None:
        self._wrapped = wrapped
        widths = [columns(line.text) for line in lines]
        self._page = max(widths, default=0)
        full = sum(width >= self._page - _ROOM for width in widths)
        # Where one line in six is as wide as the widest, the lines are those of a page.
        indented = sum(line.indent > 0 for line in lines)
        self._indents = _RARE * indented >= len(lines) and _RARE * (len(lines) - indented) >= len(
            lines
        )
        self._hard = wrapped and 6 * full >= len(lines) and self._page > _HEADING_COLUMNS

    def cut(self, before: Line) -> bool:
        """Whether ``before`` fills its line and ends in the middle of a sentence."""
        return self._hard and not before.ends_sentence and self._fills(before)

    def goes_on(self, before: Line, line: Line) -> bool:
        """Whether ``line`` belongs to the paragraph of ``before``, which is no heading."""
        if not before.ends_sentence:
            return self._wrapped and columns(before.text) >= _SENTENCE_COLUMNS
        # A paragraph begins with an indent, so a line as wide as the page does not begin one,
        # nor does any line at the margin where the indents are still there.
        wide = columns(line.text) >= self._page - _INDENT
        flush = self._indents and not line.indent
        return self._hard and (wide or flush) and columns(before.text) >= self._page - _ROOM

    def _fills(self, line: Line) -> bool:
        return columns(line.text) >= self._page - 2 * _ROOM
