"""The printed lines of a text, and the page furniture among them that belongs to no clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.clause import Span

_CONTENTS_TITLE = re.compile(r"目\s*[录次]$")
_CONTENTS_ENTRY = re.compile(r".+(?:\.{3,}|…{2,}|\t|\s{4,})\s*\d{1,3}$")
_PAGE_NUMBER = re.compile(
    r"(?:第\s*\d+\s*页(?:\s*[/，]?\s*共\s*\d+\s*页)?|-\s*\d+\s*-|\|(?:\s*:?-+:?\s*\|)+)$"
)
_SENTENCE_END = "。；：！？;:!?."
_HEADING_COLUMNS = 64
_UNWRAPPED_COLUMNS = 110
_ROOM = 8
_INDENT = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    start: int
    end: int
    text: str
    after_blank: bool

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence, or a part of one, ends with this line."""
        return self.text[-1] in _SENTENCE_END


def printed_lines(text: str) -> tuple[list[Line], list[Span]]:
    """The lines of the body, and the spans of the table of contents and of page numbers."""
    body: list[Line] = []
    furniture: list[Span] = []
    in_contents = False
    for line in _lines(text):
        if _CONTENTS_TITLE.match(line.text):
            in_contents = True
        elif in_contents and not _CONTENTS_ENTRY.match(line.text):
            in_contents = False
        if in_contents or _PAGE_NUMBER.match(line.text):
            furniture.append(Span(line.start, line.end))
        else:
            body.append(line)
    return body, furniture


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    previous_end = 0
    for found in re.finditer(r"[^\n\f]*\S[^\n\f]*", text):
        words = found.group()
        start = found.start() + len(words) - len(words.lstrip())
        stripped = words.strip()
        after_blank = text.count("\n", previous_end, start) > 1
        previous_end = start + len(stripped)
        lines.append(Line(start, previous_end, stripped, after_blank))
    return lines


def columns(text: str) -> int:
    """The printed width: a Chinese character takes two columns."""
    return sum(2 if character > "\u2000" else 1 for character in text)


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

    def __init__(self, lines: list[Line]) -> None:
        self._page = max((columns(line.text) for line in lines), default=0)
        self.hard = self._page <= _UNWRAPPED_COLUMNS

    def cut(self, before: Line) -> bool:
        """Whether ``before`` fills its line and ends in the middle of a sentence."""
        return not before.ends_sentence and columns(before.text) >= self._page - 4 * _ROOM

    def goes_on(self, before: Line, line: Line) -> bool:
        """Whether ``line`` belongs to the paragraph of ``before``, which is no heading."""
        if not before.ends_sentence:
            return True
        # The first line of a paragraph is indented, so a line that is as wide as the page is no first line.
        return (
            self.hard
            and columns(before.text) >= self._page - _ROOM
            and columns(line.text) >= self._page - _INDENT
        )
