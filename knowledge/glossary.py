"""The glossary: what staff say → what the documents say, and the typing errors it corrects."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_FILE = Path(__file__).with_name("glossary.toml")
_SHORTEST_LATIN_NAME = 4
_Words = Annotated[tuple[str, ...], Field(strict=False)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Term(_Strict):
    """A word of the documents, what staff say for it, and words in which that is something else."""

    means: str
    says: _Words
    unless: _Words = ()


class _Corrections(_Strict):
    terms: _Words
    keep: _Words = ()


class _Data(_Strict):
    term: tuple[Term, ...]
    homophones: dict[str, str]
    corrections: _Corrections


class Replacement(_Strict):
    """One reading that was applied: the words typed and what they were read as."""

    said: str
    means: str


class Reading(_Strict):
    """A text in the documents' words, with every replacement that was made."""

    text: str
    replacements: tuple[Replacement, ...] = ()


class Glossary:
    """Looks up colloquial words and mends single wrong characters of known terms."""

    def __init__(self, data: _Data, names: Iterable[str] = ()) -> None:
        self._terms = data.term
        self._means = {say.lower(): term for term in self._terms for say in term.says}
        self._says = _alternatives(self._means)
        self._keep = data.corrections.keep
        terms = (*data.corrections.terms, *names)
        typos = _typos(terms, data.homophones, data.corrections.keep)
        self._typos = {typo.lower(): term for typo, term in typos}
        self._typo_pattern = _alternatives(self._typos)

    @classmethod
    def load(cls, file: Path = _FILE, names: Iterable[str] = ()) -> Glossary:
        """Read the glossary; ``names`` (of schemes) are mended like its own terms.

        A wrong entry raises pydantic's ValidationError.
        """
        return cls(_Data.model_validate(tomllib.loads(file.read_text("utf-8"))), names)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms, in the order of the file."""
        return self._terms

    def correct(self, text: str) -> Reading:
        """Mend terms with one character mistyped for a similar one, or two letters swapped.

        What is part of a phrase to keep is right as it is: 审合 in 评审合格.
        """
        found: list[Replacement] = []

        def mend(match: re.Match[str]) -> str:
            if _reaches_into_any(text, match, self._keep):
                return match[0]
            term = self._typos[match[0].lower()]
            found.append(Replacement(said=match[0], means=term))
            return term

        return Reading(text=self._typo_pattern.sub(mend, text), replacements=tuple(found))

    def in_documents_words(self, text: str) -> Reading:
        """Replace what staff say by what the documents say, the longest match first."""
        found: list[Replacement] = []

        def translate(match: re.Match[str]) -> str:
            term = self._means[match[0].lower()]
            if _inside_any(text, match, (term.means, *term.unless)):
                return match[0]
            found.append(Replacement(said=match[0], means=term.means))
            return term.means

        return Reading(text=self._says.sub(translate, text), replacements=tuple(found))


def _alternatives(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of all words, longest first; Latin words only where no letter touches them."""
    parts = [
        rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])" if word[0].isascii() else re.escape(word)
        for word in sorted(words, key=lambda word: (-len(word), word))
    ]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def _inside_any(text: str, match: re.Match[str], phrases: Iterable[str]) -> bool:
    return any(
        found.start() <= match.start() and match.end() <= found.end()
        for phrase in phrases
        for found in re.finditer(re.escape(phrase), text)
    )


def _reaches_into_any(text: str, match: re.Match[str], phrases: Iterable[str]) -> bool:
    """Whether one of the phrases shares characters with the match and goes beyond it."""
    return any(
        found.start() < match.end()
        and match.start() < found.end()
        and (found.start() < match.start() or match.end() < found.end())
        for phrase in phrases
        for found in re.finditer(re.escape(phrase), text)
    )


def _typos(
    terms: Iterable[str], similar: dict[str, str], keep: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Each wrong writing with the term that it stands for."""
    terms = tuple(terms)
    right = {*keep, *terms}
    for term in terms:
        for typo in (*_with_similar_characters(term, similar), *_with_letters_swapped(term)):
            if typo not in right:
                yield typo, term


def _with_similar_characters(term: str, similar: dict[str, str]) -> Iterator[str]:
    for place, char in enumerate(term):
        for wrong in similar.get(char, ""):
            yield term[:place] + wrong + term[place + 1 :]


def _with_letters_swapped(term: str) -> Iterator[str]:
    """RLCA for RLAC; shorter names are too much like one another."""
    if len(term) >= _SHORTEST_LATIN_NAME and term.isascii() and term.isalpha():
        for place in range(len(term) - 1):
            yield term[:place] + term[place + 1] + term[place] + term[place + 2 :]


def said_and_meant(readings: Iterable[Reading]) -> tuple[Replacement, ...]:
    """The distinct replacements of several readings, in order, for showing them to a person."""
    every = itertools.chain.from_iterable(reading.replacements for reading in readings)
    return tuple(dict.fromkeys(every))
