"""Which column of a table is which, by the headings that certification bodies use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.register.cleaning import same
from bot.register.errors import RegisterRefuses
from bot.register.exchange import phrases
from bot.register.exchange.cells import Cell, words
from calculators.obligations.event_kinds import event_kinds

_BRACKETS = re.compile(r"[(\[【].*?[)\]】]|[*:]")
_DAY_OF = re.compile("(?:日期|时间|日|结束日期|结束)$")
_EVENT = "event"
_ONCE_AT_LEAST = ("organization", "number", "scheme")
_ASKED = "scheme"


@cache
def _fields() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Label and names of each field that is no event."""
    return {
        name: (entry["label"], (entry["label"], *entry["names"]))
        for name, entry in _data().items()
        if name != _EVENT
    }


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("columns.toml").read_text("utf-8"))


@cache
def _field_names() -> dict[str, str]:
    return {same(name): field for field, (_, names) in _fields().items() for name in names}


@cache
def _event_names() -> dict[str, str]:
    kinds = {
        same(name): kind.name
        for kind in event_kinds().values()
        for name in (kind.label, *kind.aliases)
    }
    more = {same(name): kind for kind, entry in _data()[_EVENT].items() for name in entry["names"]}
    return kinds | more


def label(field: str) -> str:
    """The heading of a field that an export writes."""
    return _fields()[field][0]


def event_kind(name: str) -> str | None:
    """The kind of event of this label or alias, with 日期 behind it or not."""
    plain = same(name)
    return _event_names().get(plain) or _event_names().get(_DAY_OF.sub("", plain))


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the fields and the days of events stand in a row, and what each is headed."""

    fields: dict[str, int]
    events: tuple[tuple[int, str], ...]
    headings: tuple[str, ...]
    unused: tuple[str, ...]


def read_headings(row: Sequence[Cell], *, scheme_given: bool) -> Columns | None:
    """The columns of a table with these headings; None where they are no headings.

    RegisterRefuses where a column that is needed is missing, or two say the same.
    """
    headings = tuple(words(cell) for cell in row)
    fields: dict[str, int] = {}
    events: list[tuple[int, str]] = []
    unused: list[str] = []
    for place, heading in enumerate(headings):
        plain = _BRACKETS.sub("", same(heading))
        field, kind = _field_names().get(plain), event_kind(plain)
        if field in fields:
            raise RegisterRefuses(
                phrases.heading_twice(headings[fields[field]], heading, label(field))
            )
        if field:
            fields[field] = place
        elif kind:
            events.append((place, kind))
        elif plain:
            unused.append(heading)
    if not fields.keys() & {"organization", "number"} or len(fields) + len(events) == 1:
        return None
    needed = [each for each in _ONCE_AT_LEAST if not (scheme_given and each == _ASKED)]
    _refuse_lacking([label(each) for each in needed if each not in fields])
    return Columns(fields, tuple(events), headings, tuple(unused))


def headings_missing() -> RegisterRefuses:
    """The refusal of a table without headings."""
    return RegisterRefuses(
        phrases.headings_missing([label(each) for each in _ONCE_AT_LEAST], _labels())
    )


def _refuse_lacking(lacking: list[str]) -> None:
    if lacking:
        raise RegisterRefuses(phrases.headings_missing(lacking, _labels()))


def _labels() -> list[str]:
    return [name for name, _ in _fields().values()]
