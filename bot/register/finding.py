"""Finds certificates by what staff call them: number, name, short name, part of it, or a typo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.register.cleaning import LONGEST_NAME, same
from bot.register.distance import distance
from bot.register.naming import affixes, names_of
from bot.register.record import CertificateRecord
from bot.register.register import Register

_SHORTEST_NUMBER = 4
_SHORTEST_TYPO = 3
_LONG = 6
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """Certificates that some words of a text mean, from ``start`` to ``end``.

    Not ``is_exact`` where the words are only nearly their name.
    """

    records: tuple[CertificateRecord, ...]
    start: int
    end: int
    is_exact: bool = True


class CertificateFinder:
    """Over the certificates of one revision; building it costs, asking does not."""

    def __init__(self, records: Sequence[CertificateRecord]) -> None:
        self._records = tuple(records)
        self._numbers: dict[str, list[int]] = defaultdict(list)
        self._full: dict[str, list[int]] = defaultdict(list)
        self._called: dict[str, list[int]] = defaultdict(list)
        self._shortened: dict[str, list[int]] = defaultdict(list)
        for place, record in enumerate(self._records):
            self._numbers[same(record.particulars.number)].append(place)
        for organization, places in _by_organization(self._records).items():
            full, *shortened = names_of(organization)
            self._full[full] += places
            for name in shortened:
                self._shortened[name] += places
            for name in self._records[places[0]].organization.short_names:
                self._called[same(name)] += places
        self._starts = _by_start(self._exact_names())
        self._near = _NearlyEqual(self._exact_names())

    def find(self, words: str) -> tuple[CertificateRecord, ...]:
        """The certificates that these words alone name, the best first; all where several are."""
        asked = same(words)
        if not 0 < len(asked) <= LONGEST_NAME:
            return ()
        for names in (self._numbers, self._full):
            if asked in names:
                return self._of(names[asked])
        for name in names_of(asked):
            if name in self._called or name in self._shortened:
                return self._of([*self._called.get(name, ()), *self._shortened.get(name, ())])
        return self._of([*self._containing(asked), *self._nearly(asked)])

    def mentioned(
        self, text: str, besides: Collection[tuple[int, int]] = ()
    ) -> tuple[Mention, ...]:
        """The certificates that a text mentions, in its order; never within ``besides``.

        Nearly equal words count only where no certificate is named exactly.
        """
        plain, at = _plain_with_places(text)
        taken = [(start, end) for start, end in besides]
        exact = self._exact_mentions(plain)
        found = list(_kept(exact, at, taken))
        if not found:
            nearly = self._near.mentions(plain)
            found = list(_kept(nearly, at, taken))
        return tuple(
            Mention(self._of(self._places(name)), start, end, is_exact)
            for start, end, name, is_exact in sorted(found)
        )

    def _exact_names(self) -> set[str]:
        numbers = {number for number in self._numbers if len(number) >= _SHORTEST_NUMBER}
        return numbers | set(self._full) | set(self._called) | set(self._shortened)

    def _places(self, name: str) -> list[int]:
        tables = (self._numbers, self._full, self._called, self._shortened)
        return [place for names in tables for place in names.get(name, ())]

    def _of(self, places: Iterable[int]) -> tuple[CertificateRecord, ...]:
        return tuple(self._records[place] for place in dict.fromkeys(places))

    def _containing(self, asked: str) -> list[int]:
        tables = (self._full, self._called, self._numbers)
        names = [(len(name), name) for table in tables for name in table if asked in name]
        return [place for _, name in sorted(names) for place in self._places(name)]

    def _nearly(self, asked: str) -> list[int]:
        tried = names_of(asked)
        return [place for name in self._near.names(tried) for place in self._places(name)]

    def _exact_mentions(self, plain: str) -> Iterator[_Found]:
        for start in range(len(plain) - 1):
            for name in self._starts.get(plain[start : start + _PAIR], ()):
                end = start + len(name)
                if plain.startswith(name, start) and self._stands_alone(plain, start, name):
                    yield start, end, name, True

    def _stands_alone(self, plain: str, start: int, name: str) -> bool:
        """What is left of a name may be two characters that stand in many a sentence."""
        end = start + len(name)
        if _continues(plain, start - 1, name[0]) or _continues(plain, end, name[-1]):
            return False
        is_safe = len(name) > _PAIR or name in self._called or name in self._full
        return is_safe or start == 0 or plain[start - 1] in affixes().before_names


class Finding:
    """A finder over the register, made anew when the register has changed."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._made: tuple[Sequence[CertificateRecord], CertificateFinder] | None = None

    def finder(self) -> CertificateFinder:
        """The finder over the certificates as they are now."""
        records = self._register.certificates()
        made = self._made
        if made is None or made[0] is not records:
            self._made = made = (records, CertificateFinder(records))
        return made[1]


_Found = tuple[int, int, str, bool]


class _NearlyEqual:
    """Names that differ in one character (two where they are long) from what is typed."""

    def __init__(self, names: Iterable[str]) -> None:
        long = [name for name in names if len(name) >= _SHORTEST_TYPO and not name.isascii()]
        # Both orders, since the two may be swapped.
        self._first = _grouped(long, lambda name: name[:_PAIR], lambda name: name[1] + name[0])
        self._last = _grouped(long, lambda name: name[-_PAIR:], lambda name: name[-1] + name[-2])
        self._around = _grouped(long, lambda name: name[0] + name[-1])

    def names(self, tried: Iterable[str]) -> tuple[str, ...]:
        """The names that one of these may be, the nearest first."""
        found: dict[str, int] = {}
        for words in tried:
            if len(words) < _SHORTEST_TYPO:
                continue
            for name in self._candidates(words):
                apart = distance(words, name)
                if apart <= _allowed(name):
                    found[name] = min(apart, found.get(name, apart))
        return tuple(sorted(found, key=lambda name: (found[name], -len(name), name)))

    def mentions(self, plain: str) -> Iterator[_Found]:
        """Where words of a text are nearly a name: its first or last two characters are there."""
        for start in range(len(plain) - 1):
            pair = plain[start : start + _PAIR]
            for name in self._first.get(pair, ()):
                yield from _windows(plain, name, start=start)
            for name in self._last.get(pair, ()):
                yield from _windows(plain, name, end=start + _PAIR)
            for name in self._around.get(plain[start : start + 3 : 2], ()):
                if len(name) == _SHORTEST_TYPO:
                    yield from _windows(plain, name, start=start)

    def _candidates(self, words: str) -> set[str]:
        return {
            *self._first.get(words[:_PAIR], ()),
            *self._last.get(words[-_PAIR:], ()),
            *self._around.get(words[0] + words[-1], ()),
        }


def _windows(
    plain: str, name: str, start: int | None = None, end: int | None = None
) -> Iterator[_Found]:
    for length in (len(name), len(name) + 1, len(name) - 1):
        first = start if start is not None else (end or 0) - length
        last = first + length
        if length < _SHORTEST_TYPO or first < 0 or last > len(plain):
            continue
        words = plain[first:last]
        if distance(words, name) == 1 and not _says_more(words, name):
            yield first, last, name, False


def _says_more(words: str, name: str) -> bool:
    """Whether the words differ from the name by a word of the sentence, as 华信的 from 华信云."""
    return any(sign in affixes().function_words for sign in words if sign not in name)


def _allowed(name: str) -> int:
    return 2 if len(name) >= _LONG else 1


def _kept(
    found: Iterable[_Found], at: Sequence[int], taken: list[tuple[int, int]]
) -> Iterator[_Found]:
    """The longest of those that overlap, with their places in the text as it was typed."""
    for start, end, name, is_exact in sorted(found, key=lambda each: (-len(each[2]), each[0])):
        first, last = at[start], at[end - 1] + 1
        if all(last <= other[0] or first >= other[1] for other in taken):
            taken.append((first, last))
            yield first, last, name, is_exact


def _plain_with_places(text: str) -> tuple[str, list[int]]:
    """The text as names are compared, and where each of its characters stood."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for plain in same(sign):
            signs.append(plain)
            places.append(place)
    return "".join(signs), places


def _continues(plain: str, place: int, edge: str) -> bool:
    """Whether a Latin letter or digit goes on beyond the edge of a name."""
    if not (edge.isascii() and edge.isalnum()) or not 0 <= place < len(plain):
        return False
    return plain[place].isascii() and plain[place].isalnum()


def _by_organization(records: Iterable[CertificateRecord]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        places[record.organization.name].append(place)
    return places


def _by_start(names: Iterable[str]) -> dict[str, list[str]]:
    return _grouped((name for name in names if len(name) >= _PAIR), lambda name: name[:_PAIR])


def _grouped(names: Iterable[str], *keys: Callable[[str], str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in {key(name) for key in keys}:
            groups[key].append(name)
    return dict(groups)
