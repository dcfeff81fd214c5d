"""Certificates as a table, a page at a time, with what is due next."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from bot.slack import desk_phrases, ids
from bot.slack.blocks import kit
from bot.slack.blocks.certificate import Shown, open_certificate_menu
from bot.slack.blocks.kit import Block, Element
from bot.slack.blocks.message import Message
from bot.slack.mentioning import mention_element
from bot.slack.text import escape
from calculators.obligations.obligation import State

ROWS = 15


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which certificates are listed: of a scheme, a status, an owner, or found by words."""

    document: str = ""
    status: str = ""
    owner: str = ""
    words: str = ""
    page: int = 0

    def to_value(self) -> str:
        """For the value of a button."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_value(cls, value: str) -> Wanted:
        """Reads what :meth:`to_value` wrote."""
        return cls(**json.loads(value))


def list_message(found: Sequence[Shown], wanted: Wanted, total: int) -> Message:
    """One page; ``found`` are the certificates on it, ``total`` how many there are on all."""
    pages = max(1, -(-total // ROWS))
    counted = desk_phrases.listed(total, wanted.page + 1, pages)
    lines = [counted, *(_line(each) for each in found)]
    return Message(escape("\n\n".join(lines)), tuple(_blocks(found, wanted, counted, pages)))


def _blocks(found: Sequence[Shown], wanted: Wanted, counted: str, pages: int) -> Iterator[Block]:
    yield kit.section(escape(counted))
    if not found:
        return
    yield kit.table(desk_phrases.LIST_COLUMNS, [_row(each) for each in found])
    buttons = [open_certificate_menu([(each.record, each.line) for each in found])]
    turns = ((-1, desk_phrases.PAGE_BEFORE), (1, desk_phrases.PAGE_AFTER))
    for step, label in turns:
        page = wanted.page + step
        if 0 <= page < pages:
            value = replace(wanted, page=page).to_value()
            buttons.append(kit.button(label, ids.turn_page(step), value))
    yield kit.actions(*buttons)


def _row(shown: Shown) -> tuple[str | Element, ...]:
    said = shown.record.particulars
    owner: Element = {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [mention_element(said.owner)]}],
    }
    return (
        shown.record.organization.name,
        f"{shown.scheme} {said.number}",
        shown.survey.status.label,
        f"{shown.survey.expires or ''}",
        _next(shown),
        owner if said.owner else "",
    )


def _next(shown: Shown) -> str:
    """What is due first, and how much is overdue."""
    overdue = sum(each.state is State.OVERDUE for each in shown.open)
    if overdue:
        return desk_phrases.overdue(overdue)
    first = next((each for each in shown.open if each.due), None)
    return f"{first.due} {first.label}" if first else ""


def _line(shown: Shown) -> str:
    return f"{shown.line}（{shown.survey.status.label}）{_next(shown)}"
