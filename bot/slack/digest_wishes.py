"""What a channel wants its digest to be, from the words behind ``/digest on``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time

from bot.digest.subscription import Subscription
from bot.register.errors import RegisterRefuses
from bot.slack import digest_phrases

MOST_DAYS = 366
_EVERY_DAY = ("每天", "每日", "天天")
_WORKING_DAYS = ("工作日", "每个工作日")
_SILENT = ("没有就不发", "没有不发", "无则不发", "没有到期就不发")
_TALKATIVE = ("没有也发",)
_ALL = ("全部", "所有", "全部项目")
_SPACED_DAYS = re.compile(r"(?:提前\s*)?(-?\d+)\s*天")
_BETWEEN = re.compile(r"[\s,，、;；]+")
_DAYS = re.compile(r"(-?\d+)天?")
_HOUR = re.compile(
    r"(?P<half>上午|早上|下午|晚上)?(?P<hour>\d{1,2})"
    r"(?:[:：](?P<minute>\d{1,2})|[点时](?:(?P<past>\d{1,2})分?|(?P<thirty>半))?)"
)
_OWNER = re.compile(r"[UWS][A-Z0-9]{5,}")
_AFTERNOON = ("下午", "晚上")
_NOON = 12


@dataclass(frozen=True, slots=True)
class Wish:
    """See :class:`bot.digest.subscription.Subscription`, whose defaults hold for what is unsaid."""

    at: time = time(9)
    days_ahead: int = 30
    every_day: bool = False
    documents: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    says_when_nothing_is_due: bool = True

    def subscription(self, channel: str, since: datetime, author: str) -> Subscription:
        """The wish of a channel, from a moment on."""
        return Subscription(
            channel,
            since,
            author,
            self.at,
            self.days_ahead,
            self.every_day,
            self.documents,
            self.owners,
            self.says_when_nothing_is_due,
        )


def wish_in(words: str, scheme: Callable[[str], str]) -> Wish:
    """What the words wish; RegisterRefuses where one of them is wrong or cannot be read.

    ``scheme`` gives the document that a name of a scheme means, or refuses.
    """
    reading = _Reading(scheme)
    for word in _words(words):
        reading.take(word)
    return reading.wish()


def _words(words: str) -> Iterator[str]:
    joined = _SPACED_DAYS.sub(r" \1天 ", words)
    return (word for word in _BETWEEN.split(joined) if word)


@dataclass(slots=True)
class _Reading:
    scheme: Callable[[str], str]
    said: dict[str, tuple[str, object]] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)

    def take(self, word: str) -> None:
        if hour := _HOUR.fullmatch(word):
            self._say("时刻", word, "at", _hour(word, hour))
        elif days := _DAYS.fullmatch(word):
            self._say("天数", word, "days_ahead", read_days(word, days[1]))
        elif word in (*_EVERY_DAY, *_WORKING_DAYS):
            self._say("哪些天发", word, "every_day", word in _EVERY_DAY)
        elif word in (*_SILENT, *_TALKATIVE):
            self._say("没有到期时", word, "says_when_nothing_is_due", word in _TALKATIVE)
        elif _OWNER.fullmatch(word):
            self.owners.append(word)
        elif word not in _ALL:
            self.documents.append(self._document(word))

    def wish(self) -> Wish:
        values = {name: value for name, (_, value) in self.said.items()}
        documents, owners = tuple(self.documents), tuple(self.owners)
        return Wish(documents=documents, owners=owners, **values)  # type: ignore[arg-type]

    def _say(self, what: str, word: str, name: str, value: object) -> None:
        if name in self.said:
            raise RegisterRefuses(digest_phrases.said_twice(what, self.said[name][0], word))
        self.said[name] = (word, value)

    def _document(self, word: str) -> str:
        try:
            return self.scheme(word)
        except RegisterRefuses as refusal:
            raise RegisterRefuses(digest_phrases.unclear_wish(word)) from refusal


def _hour(word: str, found: re.Match[str]) -> time:
    hour, minute = int(found["hour"]), int(found["minute"] or found["past"] or 0)
    if found["thirty"]:
        minute = 30
    if found["half"] in _AFTERNOON and hour < _NOON:
        hour += _NOON
    try:
        return time(hour, minute)
    except ValueError as error:
        raise RegisterRefuses(digest_phrases.bad_hour(word)) from error


def read_days(word: str, digits: str) -> int:
    """How many days a digest looks ahead; RegisterRefuses where none can look so far."""
    days = int(digits)
    if not 1 <= days <= MOST_DAYS:
        raise RegisterRefuses(digest_phrases.bad_days(word, MOST_DAYS))
    return days
