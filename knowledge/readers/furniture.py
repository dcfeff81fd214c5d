"""What pages carry besides the document: contents, page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import replace
from itertools import groupby

from knowledge.clause import Span
from knowledge.readers.lines import Line

_CONTENTS_TITLE = re.compile(r"目\s*[录次]$")
_CONTENTS_ENTRY = re.compile(r".+(?:\.{3,}|…{2,}|\t|\s{4,})\s*\d{1,3}$")
_PAGE_NUMBER = re.compile(r"第\s*\d+\s*页(?:\s*[/，]?\s*共\s*\d+\s*页)?$|-\s*\d+\s*-$")
_CELL_RULE = r"\s*(?:-{2,}:?|:-+:?|-:)\s*"
_TABLE_RULE = re.compile(rf"\|?(?:{_CELL_RULE}\|)+(?:{_CELL_RULE})?$")
_DIGITS = re.compile(r"\d+")
_RUNNING, _PAGES = 3, 2


def without_furniture(lines: list[Line]) -> tuple[list[Line], list[Span]]:
    """The lines of the body, and the spans of those that belong to the pages."""
    running = running_lines(lines)
    body: list[Line] = []
    furniture: list[Span] = []
    in_contents = dropped = False
    for line in lines:
        if _CONTENTS_TITLE.match(line.text):
            in_contents = True
        elif in_contents and not _CONTENTS_ENTRY.match(line.text):
            in_contents = False
        if in_contents or _is_mechanical(line.text) or line.start in running:
            furniture.append(Span(line.start, line.end))
            dropped = True
        else:
            body.append(replace(line, after_furniture=True) if dropped else line)
            dropped = False
    return body, furniture


def _is_mechanical(text: str) -> bool:
    return bool(_PAGE_NUMBER.match(text) or _TABLE_RULE.match(text))


def running_lines(lines: list[Line]) -> set[int]:
    """Where the lines stand that head or foot the pages, on three pages or more.

    The outermost line may hold the number of its page; those behind it are alike to the letter.
    """
    pages = [deque(page) for _, page in groupby(lines, key=lambda line: line.page)]
    running: set[int] = set()
    for edge, take in ((0, deque.popleft), (-1, deque.pop)):
        form = _without_digits
        while repeated := _repeated([form(page[edge]) for page in pages if page]):
            ends = [page for page in pages if page and form(page[edge]) in repeated]
            running.update(take(page).start for page in ends)
            form = _letters
    return running


def _repeated(edges: list[str]) -> set[str]:
    """What stands at the edge of enough pages; a page number alone does at two."""
    counted = Counter(edges)
    return {text for text, pages in counted.items() if pages >= (_RUNNING if text else _PAGES)}


def _without_digits(line: Line) -> str:
    return _DIGITS.sub("", line.text).strip("-—– /")


def _letters(line: Line) -> str:
    return line.text
