"""What staff may call a client: its name without legal form, place and trade."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.register.cleaning import same
from calculators.rulebook import Rows, Strict

_SHORTEST = 2
_LEVELS = "(?:省|市|区|县|自治区|特别行政区)?"


class Affixes(Strict):
    """See ``affixes.toml``."""

    forms: Rows[str]
    trades: Rows[str]
    places: Rows[str]
    function_words: str
    before_names: str


@cache
def affixes() -> Affixes:
    """What is left out of names."""
    file = Path(__file__).with_name("affixes.toml")
    return Affixes.model_validate(tomllib.loads(file.read_text("utf-8")))


@cache
def _form() -> re.Pattern[str]:
    return re.compile(f"(?:{_any(affixes().forms)})$")


@cache
def _trade() -> re.Pattern[str]:
    return re.compile(f"(?:{_any(affixes().trades)})$")


@cache
def _only_trades() -> re.Pattern[str]:
    return re.compile(f"(?:{_any((*affixes().trades, *affixes().places))})+")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(f"^(?:(?:{_any(affixes().places)}){_LEVELS})+")


@cache
def _place_in_brackets() -> re.Pattern[str]:
    return re.compile(rf"\((?:{_any(affixes().places)}){_LEVELS}\)")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def names_of(organization: str) -> tuple[str, ...]:
    """The full name as :func:`bot.register.cleaning.same` has it, then what is left of it.

    The last one is the shortest. Nothing is a name that only says place and trade.
    """
    full = same(organization)
    found = [full]
    here = _place_in_brackets().sub("", full)
    for start in (here, _place().sub("", here)):
        found += [name for name in _shorter(start) if _is_name(name)]
    return tuple(dict.fromkeys(found))


def _shorter(name: str) -> Iterator[str]:
    """The name, then without its form, then without one trade after another."""
    yield name
    rest = _form().sub("", name)
    while rest:
        yield rest
        shorter = _trade().sub("", rest)
        rest = shorter if shorter != rest else ""


def _is_name(words: str) -> bool:
    said = _form().sub("", words)
    return len(said) >= _SHORTEST and not _only_trades().fullmatch(said)
