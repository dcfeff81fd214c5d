"""The words that the checks know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import knowledge.checks
from knowledge.checks.word_lists import word_list

NAMES = sorted(path.stem for path in Path(knowledge.checks.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_a_pattern_that_does_not_match_nothing(name: str) -> None:
    for words in _strings(word_list(name)):
        assert not re.compile(words).fullmatch(""), words


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
