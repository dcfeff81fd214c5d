"""Which certification schemes a question names, ours by their aliases and others by their cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.assistant.understanding.cues import Cues
from bot.assistant.understanding.negation import denied_names
from knowledge.catalogue import Document

_Span = tuple[int, int]
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class NamedSchemes:
    """Document ids that a text names, in order; ``weak`` ones are only hinted at.

    ``subjects`` are those named by what is certified and not only by who certifies.
    ``others`` are schemes that we hold no document of. ``rest`` is the text without the names of
    our schemes, but for those with a number in them, which rules mention too (ISO/IEC 27017).
    ``excluded`` are those of ours that the text leaves out (除了腾标).
    """

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    rest: str = ""
    excluded: tuple[str, ...] = ()

    @property
    def ours(self) -> tuple[str, ...]:
        """The schemes to answer for: the strong ones, else the weak ones."""
        return self.strong or self.weak


def _touching(edge: str, guard: str) -> str:
    """No letter beside a Latin letter and no digit beside a digit; TB10.3.1 still names TB."""
    if not (edge.isascii() and edge.isalnum()):
        return ""
    return guard % (r"\d" if edge.isdigit() else "[a-z]")


def _not_counting(edge: str) -> str:
    """The alias 20000 is no scheme in 20000人."""
    return r"(?!\s*(?:多|来|余)?[个名号位]?(?:人|员工|职工|元))" if edge.isdigit() else ""


def _pattern(alias: str) -> re.Pattern[str]:
    words = re.escape(alias).replace(r"\ ", r"\s*")
    words = _touching(alias[0], "(?<!%s)") + words + _touching(alias[-1], "(?!%s)")
    words += _not_counting(alias[-1])
    return re.compile(words, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Alias:
    document: str
    pattern: re.Pattern[str]
    strong: bool
    names_body_only: bool


class SchemeFinder:
    """Finds the schemes that a text names."""

    def __init__(self, documents: Iterable[Document], cues: Cues) -> None:
        self._cues = cues
        self._aliases = tuple(
            _Alias(document.id, _pattern(alias), strong, alias in document.body_aliases)
            for document in documents
            for strong, aliases in ((True, document.aliases), (False, document.weak_aliases))
            for alias in aliases
        )

    def find(self, text: str) -> NamedSchemes:
        """The schemes of a text, those named first standing first."""
        every = list(self._named(text))
        excluded = _denied(text, every)
        named = [each for each in every if each not in excluded]
        strong = [(span, alias) for span, alias in named if alias.strong]
        subjects = [(span, alias) for span, alias in named if not alias.names_body_only]
        nameless = [
            span for span, alias in every if alias.strong and not _DIGIT.search(text, *span)
        ]
        return NamedSchemes(
            strong=_documents(strong),
            weak=_documents((span, alias) for span, alias in named if not alias.strong),
            subjects=_documents(subjects),
            others=self._cues.meanings("foreign", _blanked(text, [span for span, _ in subjects])),
            rest=" ".join(_blanked(text, nameless).split()),
            excluded=_documents(excluded),
        )

    def _named(self, text: str) -> Iterator[tuple[_Span, _Alias]]:
        """Where names stand, in order; 网安 is none in 网安联, nor 云服务 in 云服务认证."""
        found = [
            (match.span(), alias)
            for alias in self._aliases
            for match in alias.pattern.finditer(text)
        ]
        spans = {span for span, _ in found}
        for span, alias in sorted(found, key=lambda each: each[0]):
            if not any(_lies_inside(span, other) for other in spans):
                yield span, alias

    def numbers(self, text: str) -> tuple[_Span, ...]:
        """The stretches whose digits are the name of a scheme (27017), ours or another."""
        own = [match.span() for each in self._aliases for match in each.pattern.finditer(text)]
        spans = (*own, *self._cues.spans("foreign", text))
        return tuple(span for span in spans if _DIGIT.search(text, *span))


def _denied(text: str, named: Sequence[tuple[_Span, _Alias]]) -> list[tuple[_Span, _Alias]]:
    """The names that are left out; 不是腾标 leaves it out only where another scheme is named."""
    places = [span for span, _ in named]
    left_out = denied_names(text, places, left_out=True)
    is_not = denied_names(text, places, left_out=False)
    others = {alias.document for span, alias in named if span not in left_out | is_not}
    return [
        (span, alias)
        for span, alias in named
        if span in left_out or (span in is_not and others - {alias.document})
    ]


def _blanked(text: str, stretches: Iterable[_Span]) -> str:
    characters = list(text)
    for start, end in stretches:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _lies_inside(span: _Span, other: _Span) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _documents(named: Iterable[tuple[_Span, _Alias]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(alias.document for _, alias in named))
