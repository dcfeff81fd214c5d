"""What pages carry besides the document: contents, page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from knowledge.clause import Span
from knowledge.readers.lines import Line

_CONTENTS_TITLE = re.compile(r"目\s*[录次]$")
_CONTENTS_ENTRY = re.compile(r".+(?:\.{3,}|…{2,}|\t|\s{4,})\s*\d{1,3}$")
_PAGE_NUMBER = re.compile(r"第\s*\d+\s*页(?:\s*[/，]?\s*共\s*\d+\s*页)?$|-\s*\d+\s*-$")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$")
_DIGITS = re.compile(r"\d+")
_RUNNING = 3


def without_furniture(lines: list[Line]) -> tuple[list[Line], list[Span]]:
    """The lines of the body, and the spans of those that belong to the pages."""
    running = _running_lines(lines)
    body: list[Line] = []
    furniture: list[Span] = []
    in_contents = False
    for line in lines:
        if _CONTENTS_TITLE.match(line.text):
            in_contents = True
        elif in_contents and not _CONTENTS_ENTRY.match(line.text):
            in_contents = False
        if in_contents or _is_mechanical(line.text) or _runs(line, running):
            furniture.append(Span(line.start, line.end))
        else:
            body.append(line)
    return body, furniture


def _is_mechanical(text: str) -> bool:
    return bool(_PAGE_NUMBER.match(text) or _TABLE_RULE.match(text))


def _running_lines(lines: list[Line]) -> set[str]:
    """Lines that begin or end at least three pages, numbers aside."""
    if not lines or lines[-1].page < _RUNNING - 1:
        return set()
    edges: Counter[str] = Counter()
    for _, page in groupby(lines, key=lambda line: line.page):
        printed = [_without_digits(line) for line in page]
        edges.update({printed[0], printed[-1]})
    return {text for text, pages in edges.items() if pages >= _RUNNING}


def _runs(line: Line, running: set[str]) -> bool:
    return bool(running) and _without_digits(line) in running


def _without_digits(line: Line) -> str:
    return _DIGITS.sub("", line.text)
