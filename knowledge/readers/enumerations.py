"""Enumerations inside a sentence, 「…如下内容：1) …；2) …」, become items of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from knowledge.clause import ClauseKind, Span
from knowledge.readers.markers import Style
from knowledge.readers.node import Node

_MARKS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (Style.HALF, re.compile(r"(?<=[：:；;。，])\s*(\d{1,2})[)）]\s*")),
    (Style.PAREN, re.compile(r"(?<=[：:；;。，])\s*[(（](\d{1,2})[)）]\s*")),
    (Style.CIRCLED, re.compile(r"(?<=[：:；;。，])\s*([①-⑳])\s*")),
    (Style.POINT, re.compile(r"(?<=[：:；;。，])\s*([一二三四五六七八九])是")),
)
_ORDINALS = {
    mark: at
    for marks in ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "一二三四五六七八九")
    for at, mark in enumerate(marks, 1)
}


_POSSIBLE = re.compile(r"[：:]\s*(?:[(（]?1[)）]|①|一是)")


def split_enumerations(nodes: list[Node], text: str) -> list[Node]:
    """The nodes with the items of inline enumerations added, in the order of the source."""
    return [part for node in nodes for part in (node, *_items_of(node, text))]


def _items_of(node: Node, text: str) -> list[Node]:
    if node.children or len(node.spans) != 1 or node.kind is ClauseKind.ROW:
        return []
    span = node.spans[0]
    if not _POSSIBLE.search(text, span.start, span.end):
        return []
    for style, pattern in _MARKS:
        marks = _run(pattern.finditer(text, span.start, span.end))
        if len(marks) > 1:
            return _split(node, style, marks, text)
    return []


def _run(marks: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that count 1, 2, 3, … from the first one after a colon."""
    run: list[re.Match[str]] = []
    for mark in marks:
        if _ordinal(mark) == len(run) + 1 and (
            run or mark.string[: mark.start()].rstrip()[-1] in "：:"
        ):
            run.append(mark)
    return run


def _ordinal(mark: re.Match[str]) -> int:
    return _ORDINALS.get(mark.group(1)) or int(mark.group(1))


def _split(node: Node, style: Style, marks: list[re.Match[str]], text: str) -> list[Node]:
    whole = node.spans[0]
    lead = text[whole.start : marks[0].start()]
    ends = [later.start() for _, later in pairwise(marks)] + [whole.end]
    items = []
    for mark, end in zip(marks, ends, strict=True):
        label = mark.group().strip().translate(str.maketrans("（）", "()"))
        item = Node(ClauseKind.ITEM, node, label, style, _ordinal(mark))
        start = mark.end() - len(mark.group().lstrip())
        item.spans = [Span(start, start + len(text[start:end].rstrip()))]
        item.paragraphs = [text[mark.end() : end].split("\n")]
        items.append(item)
    node.spans = [Span(whole.start, whole.start + len(lead.rstrip()))]
    node.paragraphs = _trim(node.paragraphs, lead)
    node.children.extend(items)
    return items


def _trim(paragraphs: list[list[str]], lead: str) -> list[list[str]]:
    """The paragraphs as far as ``lead`` goes."""
    kept: list[list[str]] = []
    left = lead
    for paragraph in paragraphs:
        lines: list[str] = []
        for line in paragraph:
            at = left.find(line)
            lines.append(line if at >= 0 else _common(line, left))
            left = left[at + len(line) :] if at >= 0 else ""
        kept.append([line for line in lines if line])
    return [paragraph for paragraph in kept if paragraph]


def _common(line: str, left: str) -> str:
    """The longest beginning of ``line`` that ``left`` ends with."""
    rest = left.strip()
    for size in range(len(line), 0, -1):
        if rest.endswith(line[:size].rstrip()):
            return line[:size].rstrip()
    return ""
