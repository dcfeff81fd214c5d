"""What each date of a question is the date of: issued, expires, last surveillance, …"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.assistant.understanding.cues import Cues
from bot.assistant.understanding.dates import DateMention

EVENT = "event_date"
_SEPARATORS = "，,。；;、！!？?\n"


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A date with the roles its surrounding words give it, the likeliest first; () if none.

    ``which`` says whether it is the first or second of its kind, where the words do.
    """

    day: date
    roles: tuple[str, ...]
    exact: bool
    which: str | None = None


def _window(text: str, mentions: tuple[DateMention, ...], place: int) -> tuple[str, str]:
    """The words before and after a date, up to a separator or the neighbouring date."""
    mention = mentions[place]
    floor = mentions[place - 1].end if place else 0
    ceiling = mentions[place + 1].start if place + 1 < len(mentions) else len(text)
    before, after = text[floor : mention.start], text[mention.end : ceiling]
    cut = max(before.rfind(c) for c in _SEPARATORS)
    stops = [stop for c in _SEPARATORS if (stop := after.find(c)) >= 0]
    return before[cut + 1 :], after[: min(stops, default=len(after))]


def _roles(before: str, after: str, cues: Cues) -> tuple[str, ...]:
    """Roles in the order in which the words suggest them: right behind the date, then before it."""
    near = cues.first("date_role", after[:10])
    behind = cues.meanings("date_role", before)
    rest = cues.meanings("date_role", after)
    ordered = ([near] if near else []) + list(behind) + list(rest)
    return tuple(dict.fromkeys(ordered))


def date_facts(text: str, mentions: tuple[DateMention, ...], cues: Cues) -> tuple[DatedFact, ...]:
    """Each date of the text with its roles."""
    facts = []
    for place, mention in enumerate(mentions):
        before, after = _window(text, mentions, place)
        roles = _roles(before, after, cues)
        which = cues.first("first", before) or cues.first("first", after)
        facts.append(DatedFact(mention.day, roles, mention.exact, which))
    return tuple(facts)
