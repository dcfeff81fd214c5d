"""Counted things in a question: people, part-timers, sites, other systems' days, hours, shares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from bot.assistant.understanding.numerals import Number, find_numbers

_PEOPLE_AFTER = re.compile(
    r"\s*(?:多|来|几|余)?\s*(?:个|号|名|位|口)?\s*(?:全职|正式|在册|在岗|有效)?\s*(?:的)?\s*"
    r"(?:人(?!天|日|月|工|次|民|组|均)|员工|职工|号人|编制|people|persons?|staff|employees?)",
    re.IGNORECASE,
)
_PEOPLE_BEFORE = re.compile(
    r"(?:人数|员工数|员工|总人数|有效人数|规模|全职|正式工|正式员工|在职|headcount|人员|变成|换成|改成|增加到|涨到|减到)"
    r"(?:\s*(?:是|为|有|共|一共|大概|约|大约|差不多|[::：=]))*\s*$",
    re.IGNORECASE,
)
_AUDITORS = re.compile(
    r"(?:审核员|专家|审核组|组员|CISP|cisp|专职审核|实习)\s*$|^\s*(?:个|名|位)?\s*(?:审核员|专家|CISP|cisp|组长)"
)
_LARGEST_TEAM = 9
_AUDITOR_COUNT = re.compile(
    r"\s*(?:个|名|位)?(?:审核员|审核老师|老师|组员|人(?:去|来|一起|组队)?审|人去)"
)
_PART_TIME = re.compile(
    r"兼职|半天班|半职|半日班|小时工|临时工|季节工|季节性|part[- ]?time|外包人员|分包",
    re.IGNORECASE,
)
_AMONG = re.compile(r"其中|里面?有|包括|包含|含")
_FULL_TIME = re.compile(r"全职|正式|在编|full[- ]?time", re.IGNORECASE)
_HALF = re.compile(r"半天|半职|半日|一半时间|half")
_HOURS_A_DAY = re.compile(
    r"(?:每|一)?(?:人)?(?:每)?(?:天|日)(?:只|就|都|工作|干|上|做|班|才|实际|的)*\s*(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八])\s*(?:个)?(?:小时|钟头|h)"
)
_DAYS_A_WEEK = re.compile(
    r"(?:每|一)(?:周|星期|礼拜)(?:只|就|来|上|干|做|工作)*\s*(?P<n>\d|[一二两三四五])\s*(?:天|班)"
)
_SITE_AFTER = re.compile(
    r"\s*(?:个|家|处|座)?(?:[^\d,，。；;、\s]{0,12}?)(?:分场所|场所|场地|门店|分店|网点|分公司|分支|机房|数据中心|站点|地点|店|点(?!\d)|site)"
)
_SITE_BEFORE = re.compile(
    r"(?:场所|场地|门店|分店|网点|分公司|分支机构|机房|站点|地点|sites?)(?:数|数量|总数)?(?:\s*(?:是|为|有|共|一共|总共|[::=]))*\s*$",
    re.IGNORECASE,
)
_OTHER_DAYS = re.compile(
    r"\s*(?:个)?\s*(?:审核)?(?:人天|人日|天|md)(?!内|前|后|以|之|里|到)|\s*个?审核人日",
    re.IGNORECASE,
)
# 《国务院关于职工工作时间的规定》第三条: what full time means in everyday speech.
_WORK_HOURS_A_DAY = Fraction(8)
_WORK_DAYS_A_WEEK = Fraction(5)
# 7、10、9人天: the unit stands behind the last number only.
_SHARED_UNIT = re.compile(
    r"(?:\s*(?:、|和|与|及|跟|加|\+|,)\s*\d+(?:\.\d+)?)+(?=\s*(?:个)?(?:人|审核人日|天|md|家|个))"
)
_SEPARATORS = "，,。；;、！!？?\n"


@dataclass(frozen=True, slots=True)
class PartTime:
    """So many people who work a share of full time; ``share`` is None where it is not said."""

    people: int
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class OtherDays:
    """Person-days that the question states, and the words before them."""

    days: Fraction
    words: str


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a question counts. ``headcounts`` are full-time or total people, in order."""

    headcounts: tuple[int, ...] = ()
    part_time: tuple[PartTime, ...] = ()
    site_counts: tuple[int, ...] = ()
    person_days: tuple[OtherDays, ...] = ()
    shares: tuple[Fraction, ...] = ()
    daily_hours: Fraction | None = None
    auditors: int | None = None
    approximate: bool = False
    unclaimed: tuple[Number, ...] = ()


def _segment(text: str, start: int, end: int) -> str:
    left = max((text.rfind(c, 0, start) for c in _SEPARATORS), default=-1) + 1
    rights = [place for c in _SEPARATORS if (place := text.find(c, end)) >= 0]
    return text[left : min(rights, default=len(text))]


def _value(words: str) -> Fraction:
    return find_numbers(words)[0].value


def _share_of_full_time(words: str) -> Fraction | None:
    if match := _HOURS_A_DAY.search(words):
        return _value(match["n"]) / _WORK_HOURS_A_DAY
    if match := _DAYS_A_WEEK.search(words):
        return _value(match["n"]) / _WORK_DAYS_A_WEEK
    if _HALF.search(words):
        return Fraction(1, 2)
    shares = [number.value for number in find_numbers(words) if number.is_share]
    if shares:
        return shares[0]
    factor = re.search(r"(?:折|按|算|系数|换算)\D{0,4}(0?\.\d+)", words)
    return Fraction(factor[1]) if factor else None


def _is_part_of_a_clause_number(text: str, number: Number) -> bool:
    before, after = text[: number.start], text[number.end :]
    return bool(
        re.search(r"\d\.$|第\s*$|附录\S{0,2}$|注$", before)
        or re.match(r"\.\d|\s*(?:条|款|项(?!目)|\))", after)
    )


class _Sorter:
    """Gives each number of a text to the thing it counts."""

    def __init__(self, text: str, taken: tuple[tuple[int, int], ...]) -> None:
        self.text = text
        self.taken = taken
        self.people: list[int] = []
        self.part_time: list[PartTime] = []
        self.sites: list[int] = []
        self.days: list[OtherDays] = []
        self.shares: list[Fraction] = []
        self.rest: list[Number] = []
        self.auditors: int | None = None
        self.approximate = False

    def sort(self) -> None:
        for number in find_numbers(self.text):
            overlaps = any(number.start < end and number.end > start for start, end in self.taken)
            if not overlaps and not _is_part_of_a_clause_number(self.text, number):
                self._give(number)

    def _give(self, number: Number) -> None:
        before, after = self.text[: number.start], self.text[number.end :]
        if shared := _SHARED_UNIT.match(after):
            after = after[shared.end() :]
        if number.is_share:
            self.shares.append(number.value)
        elif _OTHER_DAYS.match(after):
            self.days.append(OtherDays(number.value, _segment(self.text, number.start, number.end)))
        elif self._counts_sites(number, before, after):
            self.sites.append(int(number.value))
        elif number.value <= _LARGEST_TEAM and _AUDITOR_COUNT.match(after):
            self.auditors = int(number.value)
        elif self._counts_people(before, after):
            self._add_people(number)
        else:
            self.rest.append(number)

    def _counts_sites(self, number: Number, before: str, after: str) -> bool:
        whole = number.value.denominator == 1
        match = _SITE_AFTER.match(after)
        if match and ("人" in match[0] or find_numbers(match[0])):
            match = None
        return whole and bool(match or _SITE_BEFORE.search(before))

    def _counts_people(self, before: str, after: str) -> bool:
        if _AUDITORS.search(before[-6:]) or _AUDITORS.match(after):
            return False
        part_timers = re.match(
            r"\s*(?:多|来)?(?:个|名|位)?[^,，。；;]{0,8}?(?:兼职|半天班|小时工|临时工|季节工)",
            after,
        )
        before_part_timers = re.search(
            r"(?:兼职|临时工|小时工|季节工)(?:人员|员工)?(?:有|共|是)?\s*$", before
        )
        return bool(
            _PEOPLE_AFTER.match(after)
            or _PEOPLE_BEFORE.search(before)
            or part_timers
            or before_part_timers
        )

    def _add_people(self, number: Number) -> None:
        count = int(number.value)
        if re.search(r"(?:(?<![\d\w])-|负)\s*$", self.text[: number.start]):
            count = -count
        self.approximate |= number.approximate
        own = _clause_of_number(self.text, number)
        if _PART_TIME.search(own) and not _FULL_TIME.search(own):
            words = _segment(self.text, number.start, number.end) + _following(self.text, number)
            self.part_time.append(PartTime(count, _share_of_full_time(words)))
            if _AMONG.search(own) and self.people:
                self.people[-1] -= count
        else:
            self.people.append(count)


def _clause_of_number(text: str, number: Number) -> str:
    """The words around a number up to its neighbours: other numbers or separators."""
    left = max((text.rfind(c, 0, number.start) for c in _SEPARATORS), default=-1) + 1
    earlier = [other.end for other in find_numbers(text) if left <= other.end <= number.start]
    left = max(earlier, default=left)
    match = re.match(r"[^，,。；;、！!？?\n\d]{0,14}", text[number.end :])
    return text[left : number.end] + (match[0] if match else "")


def _following(text: str, number: Number) -> str:
    """The clause after the number's own, where it tells how long part-timers work."""
    tail = text[number.end :]
    match = re.match(r"[^，,。；;]*[，,]([^，,。；;]*(?:小时|每周|一周|半天|折)[^，,。；;]*)", tail)
    return match[1] if match else ""


def find_amounts(text: str, taken: tuple[tuple[int, int], ...] = ()) -> Amounts:
    """Sort the numbers of a text; ``taken`` are stretches (dates) whose digits count nothing."""
    hours = None if _PART_TIME.search(text) else _HOURS_A_DAY.search(text)
    sorter = _Sorter(text, taken + ((hours.span(),) if hours else ()))
    sorter.sort()
    return Amounts(
        headcounts=tuple(sorter.people),
        part_time=tuple(sorter.part_time),
        site_counts=tuple(sorter.sites),
        person_days=tuple(sorter.days),
        shares=tuple(sorter.shares),
        daily_hours=_value(hours["n"]) if hours else None,
        auditors=sorter.auditors,
        approximate=sorter.approximate,
        unclaimed=tuple(sorter.rest),
    )
