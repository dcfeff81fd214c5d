"""The glossary: what staff say → what the documents say, and the typing errors it corrects."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_FILE = Path(__file__).with_name("glossary.toml")
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
        """Mend terms in which one character was mistyped as a homophone (监督申核)."""
        found: list[Replacement] = []

        def mend(match: re.Match[str]) -> str:
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


def _typos(
    terms: Iterable[str], homophones: dict[str, str], keep: Iterable[str]
) -> Iterable[tuple[str, str]]:
    kept, right = set(keep), set(terms)
    for term, (place, char) in ((t, pc) for t in terms for pc in enumerate(t)):
        for wrong in homophones.get(char, ""):
            typo = term[:place] + wrong + term[place + 1 :]
            if typo not in kept and typo not in right:
                yield typo, term


def said_and_meant(readings: Iterable[Reading]) -> tuple[Replacement, ...]:
    """The distinct replacements of several readings, in order, for showing them to a person."""
    every = itertools.chain.from_iterable(reading.replacements for reading in readings)
    return tuple(dict.fromkeys(every))
