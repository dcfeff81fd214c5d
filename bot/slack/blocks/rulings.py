"""Rulings beside the clauses that they are on; one that is void says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.slack import phrases
from bot.slack.blocks.message import Group
from bot.slack.blocks.rich_text import bold, paragraph, plain
from bot.slack.rulings import Ruling, shown
from bot.slack.text import shorten
from knowledge.library import Library

_MOST = 5
_QUESTION = 60


def ruling_groups(rulings: Sequence[Ruling], library: Library) -> Iterator[Group]:
    """Each ruling that a reader needs, the newest first."""
    for ruling, in_force in shown(rulings, library)[:_MOST]:
        yield _in_force(ruling) if in_force else _void(ruling)


def _in_force(ruling: Ruling) -> Group:
    question = shorten(ruling.question, _QUESTION)
    head = phrases.ruling(ruling.ref.number, ruling.name, ruling.made_on.isoformat(), question)
    return [paragraph(bold(head), plain(ruling.words))]


def _void(ruling: Ruling) -> Group:
    words = phrases.void_ruling(ruling.ref.number, ruling.name, ruling.made_on.isoformat())
    return [paragraph(bold(phrases.WARNING_SIGN), plain(words))]
