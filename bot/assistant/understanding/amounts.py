"""Counted things in a question: people, part-timers, sites, other systems' days, hours, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.assistant.understanding.cues import Cues
from bot.assistant.understanding.numerals import Number, find_numbers
from bot.assistant.understanding.rough_counts import Count, is_range, read_count

# Stands for the number in the patterns of `cues.toml`; a normalised text never has it.
_NUMBER = "＃"
_NEAR = 24
_SEPARATORS = "，,。；;、！!？?\n"
_LARGEST_TEAM = 9
# 《国务院关于职工工作时间的规定》第三条: what full time means in everyday speech.
_WORK_HOURS_A_DAY = Fraction(8)
_WORK_DAYS_A_WEEK = Fraction(5)
_SHIFTS = {"two_shifts": 2, "three_shifts": 3, "four_shifts": 4}
_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八](?:个半)?)"
_HOURS_A_DAY = re.compile(
    rf"[每一]?人?每?[天日](?:只|就|都|工作|干|上|做|班|才|实际|的)*\s*{_N}\s*个?(?:小时|钟头|h)"
)
_DAYS_A_WEEK = re.compile(rf"[每一](?:周|星期|礼拜)(?:只|就|来|上|干|做|工作)*\s*{_N}\s*(?:天|班)")
_FACTOR = re.compile(r"(?:折|按|算|系数|换算)\D{0,4}(0?\.\d+)")
# 7、10、9人天: the unit stands behind the last number only.
_SHARED_UNIT = re.compile(
    r"(?:\s*(?:、|和|与|及|跟|加|\+|,)\s*\d+(?:\.\d+)?)+(?=\s*个?(?:人|审核人日|天|md|家|个))"
)
_MINUS = re.compile(r"(?:(?<![\d\w])-|负)\s*$")
_UP_TO_SEPARATOR = re.compile(rf"[^{_SEPARATORS}]*")
_UP_TO_NEIGHBOUR = re.compile(rf"[^{_SEPARATORS}\d]{{0,14}}")
_TELLS_WORKING_TIME = re.compile(
    r"[^，,。；;]*[，,]([^，,。；;]*(?:小时|每周|一周|半天|折)[^，,。；;]*)"
)
_BEFORE_IN_A_CLAUSE_NUMBER = re.compile(r"\d\.$|第\s*$|附录\S{0,2}$|注$")
_AFTER_IN_A_CLAUSE_NUMBER = re.compile(r"\.\d|\s*(?:条|款|项(?!目)|\))")


@dataclass(frozen=True, slots=True)
class PartTime:
    """So many people who work a share of full time; ``share`` is None where it is not said."""

    people: int
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class OtherDays:
    """Person-days that the question states, and the words around them."""

    days: Fraction
    words: str


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a question counts. ``headcounts`` are full-time or total people, in order.

    ``rough`` are those of them that are not said exactly, with what may be meant.
    ``unclaimed`` numbers stand alone: nothing beside them says what they count.
    """

    headcounts: tuple[int, ...] = ()
    part_time: tuple[PartTime, ...] = ()
    site_counts: tuple[int, ...] = ()
    person_days: tuple[OtherDays, ...] = ()
    shares: tuple[Fraction, ...] = ()
    daily_hours: Fraction | None = None
    auditors: int | None = None
    rough: tuple[Count, ...] = ()
    unclaimed: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A number and its surroundings; ``left`` is the number before it.

    ``beside`` it, ``before`` and ``after`` it up to the neighbouring numbers; the ``segment``
    between separators, what ``opens`` that before any number, and the segment ``following``.
    """

    number: Number
    left: Number | None
    beside: str
    before: str
    after: str
    segment: str
    opens: str
    following: str


def find_amounts(text: str, cues: Cues, taken: Sequence[tuple[int, int]] = ()) -> Amounts:
    """Sort the numbers of a text; ``taken`` are stretches whose digits count nothing (dates)."""
    hours = list(_HOURS_A_DAY.finditer(text))
    times = [match.span() for match in (*hours, *_DAYS_A_WEEK.finditer(text))]
    sorter = _Sorter(cues, text)
    for place in _places(text, [*taken, *times]):
        sorter.add(place)
    everyone_works = hours and not cues.holds("working_time", "part_time", text)
    return Amounts(
        headcounts=tuple(count.value for count in sorter.people),
        part_time=tuple(sorter.part_time),
        site_counts=tuple(sorter.sites),
        person_days=tuple(sorter.days),
        shares=tuple(sorter.shares),
        daily_hours=_last_number(hours[0]) if everyone_works else None,
        auditors=sorter.auditors,
        rough=tuple(count for count in sorter.people if not count.is_exact),
        unclaimed=tuple(sorter.alone),
    )


class _Sorter:
    """Gives each number of a text to the thing it counts."""

    def __init__(self, cues: Cues, text: str) -> None:
        self._cues = cues
        self._text = text
        named = cues.meanings("working_time", text)
        self._shifts = next((_SHIFTS[name] for name in named if name in _SHIFTS), 1)
        self._has_headquarters = "headquarters" in named
        self._adds_up = not cues.holds("wants", "several", text)
        self.people: list[Count] = []
        self.part_time: list[PartTime] = []
        self.sites: list[int] = []
        self.days: list[OtherDays] = []
        self.shares: list[Fraction] = []
        self.alone: list[Number] = []
        self.auditors: int | None = None

    def add(self, place: _Place) -> None:
        number = place.number
        match "shares" if number.is_share else self._kind(place):
            case "shares":
                self.shares.append(number.value)
            case "person_days":
                self.days.append(OtherDays(number.value, place.segment))
            case "sites":
                self.sites.append(int(number.value))
            case "auditors":
                self.auditors = int(number.value)
            case "people":
                self._add_people(place)
            case "alone":
                self.alone.append(number)

    def _kind(self, place: _Place) -> str | None:
        """What the number counts; only person-days come in fractions, only small teams audit."""
        value = place.number.value
        for kind in self._cues.meanings("counted", place.beside):
            fits = kind == "person_days" or value.denominator == 1
            if fits and not (kind == "auditors" and value > _LARGEST_TEAM):
                return kind
        return None

    def _add_people(self, place: _Place) -> None:
        count = read_count(self._text, place.number, place.left)
        if _MINUS.search(place.beside[: place.beside.index(_NUMBER)]):
            count = count.times(-1)
        if not self._is_part_time(place):
            self._add_full_time(count, place)
            return
        self.part_time.append(PartTime(count.value, self._share_of_full_time(place)))
        if self.people and self._cues.holds("working_time", "among", place.before + place.after):
            self.people[-1] = self.people[-1].plus(count.times(-1))

    def _add_full_time(self, count: Count, place: _Place) -> None:
        """三班倒、每班40人 are 120 as are 3个分店、每店40人; those that come on top are added."""
        if self.people and place.left and is_range(self._text, place.left, place.number):
            self.people.pop()
        if self._cues.holds("working_time", "each_shift", place.before):
            count = count.times(self._shifts)
        of_sites = bool(self.sites) and self._cues.holds("working_time", "each_site", place.before)
        if of_sites:
            count = count.times(self.sites[-1])
        if self.people and self._comes_on_top(of_sites, place.before):
            self.people[-1] = self.people[-1].plus(count)
        else:
            self.people.append(count)

    def _comes_on_top(self, of_sites: bool, before: str) -> bool:
        """另有10人, and the people of branches where those of the head office are named."""
        of_branch = of_sites or self._cues.holds("working_time", "branch", before)
        more = self._cues.holds("working_time", "more", before)
        return self._adds_up and (more or (self._has_headquarters and of_branch))

    def _is_part_time(self, place: _Place) -> bool:
        """By the nearest label: 全职60兼职20 has them before, 60个全职20个兼职 behind."""
        sides = (place.after, place.before)
        for words in reversed(sides) if self._label(place.opens) else sides:
            if label := self._label(words):
                return label == "part_time"
        return False

    def _label(self, words: str) -> str | None:
        labels = self._cues.in_text_order("working_time", words)
        return next((label for label in labels if label in ("part_time", "full_time")), None)

    def _share_of_full_time(self, place: _Place) -> Fraction | None:
        words = place.segment + place.following
        if hours := _HOURS_A_DAY.search(words):
            return _last_number(hours) / _WORK_HOURS_A_DAY
        if days := _DAYS_A_WEEK.search(words):
            return _last_number(days) / _WORK_DAYS_A_WEEK
        if self._cues.holds("working_time", "half", words):
            return Fraction(1, 2)
        shares = [number.value for number in find_numbers(words) if number.is_share]
        factor = _FACTOR.search(words)
        return shares[0] if shares else Fraction(factor[1]) if factor else None


def _places(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[_Place]:
    """The numbers of a text that count something, each with its surroundings."""
    numbers = find_numbers(text)
    left = None
    for number in numbers:
        overlaps = any(number.start < end and number.end > start for start, end in taken)
        if not overlaps and not _is_in_a_clause_number(text, number):
            yield _place(text, number, left, numbers)
        left = number


def _place(text: str, number: Number, left: Number | None, numbers: Sequence[Number]) -> _Place:
    """The number with its surroundings."""
    before, after = text[: number.start], text[number.end :]
    start = max(before.rfind(char) for char in _SEPARATORS) + 1
    first = next(each.start for each in numbers if each.start >= start)
    shared = _SHARED_UNIT.match(after)
    beyond = after[shared.end() :] if shared else after
    following = _TELLS_WORKING_TIME.match(after)
    return _Place(
        number=number,
        left=left,
        beside=before[-_NEAR:] + _NUMBER + beyond[:_NEAR],
        before=text[max(start, left.end if left else 0) : number.start],
        after=_begins(_UP_TO_NEIGHBOUR, after),
        segment=text[start : number.end] + _begins(_UP_TO_SEPARATOR, after),
        opens=text[start:first],
        following=following[1] if following else "",
    )


def _begins(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return match[0] if match else ""


def _is_in_a_clause_number(text: str, number: Number) -> bool:
    near = text[max(0, number.start - _NEAR) : number.start]
    return bool(
        _BEFORE_IN_A_CLAUSE_NUMBER.search(near) or _AFTER_IN_A_CLAUSE_NUMBER.match(text, number.end)
    )


def _last_number(match: re.Match[str]) -> Fraction:
    return find_numbers(match[0])[-1].value
