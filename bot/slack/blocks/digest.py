"""The daily digest as messages: overdue first, then by last day, each item with its clauses."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.digest.content import DigestContent, Item
from bot.register.topics import topic_label
from bot.slack import ids
from bot.slack import register_phrases as phrases
from bot.slack.blocks import kit
from bot.slack.blocks.kit import Block, Element
from bot.slack.blocks.message import Group, Message, pack
from bot.slack.blocks.rich_text import bold, entry, paragraph, plain
from bot.slack.mentioning import mention_element
from bot.slack.text import shorten
from calculators.obligations.obligation import Obligation
from knowledge.library import Library

# A digest of so many items has buttons below each; a longer one has a row of menus below so many
# obligations.
_FEW_ITEMS = 8
_OBLIGATIONS_TOGETHER = 9
_NAME_IN_MENU = 14


def digest_messages(content: DigestContent, library: Library) -> tuple[Message, ...]:
    """The first message, and those that go on in its thread."""
    text = digest_text(content, library)
    messages = pack(text, _groups(content, library, goes_on=False))
    if len(messages) == 1:
        return messages
    return pack(text, _groups(content, library, goes_on=True))


def digest_text(content: DigestContent, library: Library) -> str:
    """The digest in plain words, a paragraph for each item."""
    lines = [phrases.digest_title(content.day), *_late(content), _summary(content)]
    lines += [_line(item, content, library) for item in (*content.overdue, *content.upcoming)]
    return "\n\n".join(lines)


def obligation_value(item: Item, obligation: Obligation) -> str:
    """An obligation of a certificate as the value of a button."""
    return json.dumps([item.record.id, obligation.key], ensure_ascii=False)


def obligation_in(value: str) -> tuple[int, str]:
    """Reads what :func:`obligation_value` wrote."""
    certificate, key = json.loads(value)
    return int(certificate), str(key)


@dataclass(frozen=True, slots=True)
class _Portion:
    """Items that share a row of buttons; each has the heading that it stands under.

    ``is_one_of_few``: the digest is short, and the portion is one item.
    """

    items: Sequence[tuple[str, Item]]
    is_one_of_few: bool

    @property
    def owed(self) -> list[tuple[Item, Obligation]]:
        """All obligations of the items."""
        return [(item, each) for _, item in self.items for each in item.obligations]


def _line(item: Item, content: DigestContent, library: Library) -> str:
    labels = "、".join(topic_label(each) for each in item.obligations)
    left = phrases.days_left(item.days_left(content.day))
    who = f"{item.record.organization.name} · {_certificate(item, library)}"
    return f"{item.due} {who}：{labels}（{left}）"


def _summary(content: DigestContent) -> str:
    more = phrases.unrecorded(content.unrecorded) if content.unrecorded else ""
    if content.is_empty:
        return phrases.nothing_due(content.days_ahead) + more
    overdue, upcoming = len(content.overdue), len(content.upcoming)
    return phrases.digest_summary(overdue, upcoming, content.days_ahead) + more


def _late(content: DigestContent) -> list[str]:
    sent = content.sent_late_on
    return [phrases.late_digest(content.day, sent)] if sent else []


def _groups(content: DigestContent, library: Library, *, goes_on: bool) -> Iterator[Group]:
    summary = [plain(_summary(content))]
    summary += [plain(phrases.GOES_ON_IN_THREAD)] if goes_on else []
    late = [kit.small_print(words) for words in _late(content)]
    yield [kit.header(phrases.digest_title(content.day)), *late, paragraph(*summary)]
    before = ""
    for portion in _portions(content):
        yield [*_items(portion, before, content.day, library), _choices(portion, library)]
        before = portion.items[-1][0]


def _portions(content: DigestContent) -> Iterator[_Portion]:
    """Each item by itself where they are few, else as many as a row of menus holds well."""
    overdue = [(phrases.overdue(len(content.overdue)), item) for item in content.overdue]
    upcoming = [
        (phrases.due_on(item.due, item.days_left(content.day)), item) for item in content.upcoming
    ]
    is_short = len(overdue) + len(upcoming) <= _FEW_ITEMS
    most = 1 if is_short else _OBLIGATIONS_TOGETHER
    for items in (overdue, upcoming):
        held: list[tuple[str, Item]] = []
        for each in items:
            count = len(_Portion([*held, each], is_short).owed)
            if held and count > most:
                yield _Portion(held, is_short)
                held = []
            held.append(each)
        if held:
            yield _Portion(held, is_short)


def _items(portion: _Portion, before: str, day: date, library: Library) -> Iterator[Block]:
    """The items under their headings; a heading that goes on is repeated below a row of menus."""
    for heading, members in groupby(portion.items, key=lambda each: each[0]):
        if heading != before:
            yield kit.divider()
            yield paragraph(bold(heading))
        elif not portion.is_one_of_few:
            yield paragraph(bold(phrases.goes_on(heading)))
        for _, item in members:
            yield _item(item, day, library)


def _item(item: Item, day: date, library: Library) -> Block:
    lead = [bold(item.record.organization.name)]
    if item.due < day:
        lead.append(bold(f"　{phrases.days_left(item.days_left(day))}"))
        lead.append(plain(phrases.since(item.due)))
    lead.append(plain(f"　{_certificate(item, library)}"))
    if owner := item.record.particulars.owner:
        lead += [plain(f"　{phrases.OWNED_BY}"), mention_element(owner)]
    return entry(lead, [[plain(_rule(each))] for each in item.obligations])


def _choices(portion: _Portion, library: Library) -> Block:
    """Buttons for one obligation, menus for several."""
    owed = portion.owed
    if len(owed) == 1:
        value = obligation_value(*owed[0])
        return kit.actions(
            kit.button(phrases.DONE, ids.OBLIGATION_DONE, value),
            kit.button(phrases.PUT_OFF, ids.OBLIGATION_PUT_OFF, value),
            kit.button(phrases.READ_CLAUSE, ids.OBLIGATION_CLAUSE, value),
        )
    is_one = len(portion.items) == 1
    options = [_option(item, each, is_one=is_one) for item, each in owed]
    return kit.actions(
        kit.menu(ids.OBLIGATION_DONE, options, phrases.DONE),
        kit.menu(ids.OBLIGATION_PUT_OFF, options, phrases.PUT_OFF),
        kit.menu(ids.OBLIGATION_CLAUSE, _clause_options(owed, library), phrases.READ_CLAUSE),
    )


def _option(item: Item, obligation: Obligation, *, is_one: bool) -> Element:
    label, organization = topic_label(obligation), item.record.organization
    name = next(iter(organization.short_names), organization.name)
    words = label if is_one else f"{shorten(name, _NAME_IN_MENU)}：{label}"
    return kit.option(words, obligation_value(item, obligation))


def _clause_options(owed: Sequence[tuple[Item, Obligation]], library: Library) -> list[Element]:
    """Each clause once, however many obligations follow from it."""
    first = {each.clause.ref: (item, each) for item, each in reversed(owed)}
    return [
        kit.option(
            f"{library.document(ref.document).short} {ref.number} {topic_label(each)}",
            obligation_value(item, each),
        )
        for ref, (item, each) in reversed(first.items())
    ]


def _certificate(item: Item, library: Library) -> str:
    particulars = item.record.particulars
    return f"{library.document(particulars.document).short} · {particulars.number}"


def _rule(obligation: Obligation) -> str:
    return f"{topic_label(obligation)} · {phrases.by_clause(obligation.clause.ref.number)}"
