"""Counts the numbers that a Word document does not contain but Word prints: 第三条, 5.4.5, a)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge.ingestion.word_elements import attribute, parts, value
from knowledge.ingestion.word_numerals import numeral

_PLACE = re.compile(r"%(\d)")
_CLOSED = "、)）】"
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    pattern: str
    plain: bool
    paragraph_style: str

    @classmethod
    def of(cls, element: Any) -> _Level:
        return cls(
            int(value(element, "w:start") or 1),
            value(element, "w:numFmt") or "decimal",
            value(element, "w:lvlText") or "",
            bool(parts(element, "w:isLgl")),
            value(element, "w:pStyle"),
        )


@dataclass(frozen=True, slots=True)
class _List:
    """A ``w:num``: levels that it shares with other lists, and where it begins anew."""

    shared: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


class Numbering:
    """The lists of one document; to be asked for each paragraph once, in order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._styles = {attribute(each, "styleId"): each for each in parts(styles, "w:style")}
        self._lists = dict(self._read(numbering)) if numbering is not None else {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number_of(self, paragraph: Any) -> str:
        """The number printed before a paragraph, with the space after it; empty without one."""
        name, level = self._place(paragraph)
        found = self._lists.get(name)
        if found is None or level not in found.levels:
            return ""
        counts = self._count(name, found, level)
        shown = found.levels[level]
        if shown.style == "bullet":
            return f"{_BULLET} "
        printed = _PLACE.sub(lambda place: _part(found, counts, shown, place), shown.pattern)
        gap = "" if not printed or printed[-1] in _CLOSED else " "
        return printed.strip() + gap

    def _count(self, name: str, found: _List, level: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.shared, {})
        if level in found.restarts and (name, level) not in self._begun:
            counts[level] = found.restarts[level] - 1
        self._begun.add((name, level))
        for above in range(level):
            if above in found.levels:
                counts.setdefault(above, found.levels[above].start)
        counts[level] = counts.get(level, found.levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return counts

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """The list of a paragraph and its level in it, its own or that of its style."""
        own = parts(paragraph, "w:pPr/w:numPr")
        style = value(paragraph, "w:pPr/w:pStyle")
        name = value(own[0], "w:numId") if own else ""
        level = value(own[0], "w:ilvl") if own else ""
        if not name:
            name, level = self._place_of_style(style, level)
        return name, int(level or self._level_of_style(name, style))

    def _place_of_style(self, style: str, level: str) -> tuple[str, str]:
        for element in self._with_ancestors(style):
            for place in parts(element, "w:pPr/w:numPr"):
                level = level or value(place, "w:ilvl")
                if name := value(place, "w:numId"):
                    return name, level
        return "", level

    def _with_ancestors(self, style: str) -> Iterator[Any]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "w:basedOn")

    def _level_of_style(self, name: str, style: str) -> int:
        levels = self._lists[name].levels if name in self._lists else {}
        return next((at for at, level in levels.items() if level.paragraph_style == style), 0)

    def _read(self, numbering: Any) -> Iterator[tuple[str, _List]]:
        shared = {
            attribute(each, "abstractNumId"): each for each in parts(numbering, "w:abstractNum")
        }
        for num in parts(numbering, "w:num"):
            name = value(num, "w:abstractNumId")
            if name not in shared:
                continue
            levels = dict(_levels(self._linked(numbering, shared, shared[name])))
            restarts = {}
            for change in parts(num, "w:lvlOverride"):
                at = int(attribute(change, "ilvl"))
                levels.update(_levels(change))
                if start := value(change, "w:startOverride"):
                    restarts[at] = int(start)
            yield attribute(num, "numId"), _List(name, levels, restarts)

    def _linked(self, numbering: Any, shared: dict[str, Any], element: Any) -> Any:
        """The levels that a list takes over from a list style."""
        style = self._styles.get(value(element, "w:numStyleLink"))
        if style is None:
            return element
        name = value(style, "w:pPr/w:numPr/w:numId")
        nums = [num for num in parts(numbering, "w:num") if attribute(num, "numId") == name]
        return shared.get(value(nums[0], "w:abstractNumId"), element) if nums else element


def _levels(element: Any) -> Iterator[tuple[int, _Level]]:
    for level in parts(element, "w:lvl"):
        yield int(attribute(level, "ilvl")), _Level.of(level)


def _part(found: _List, counts: dict[int, int], shown: _Level, place: re.Match[str]) -> str:
    level = int(place.group(1)) - 1
    if level not in found.levels:
        return ""
    count = counts.get(level, found.levels[level].start)
    return numeral(count, "decimal" if shown.plain else found.levels[level].style)
