"""The daily digest as messages: overdue first, then by last day, each item with its clause."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby

from bot.digest.content import DigestContent, Item
from bot.slack import ids
from bot.slack import register_phrases as phrases
from bot.slack.blocks import kit
from bot.slack.blocks.kit import Block
from bot.slack.blocks.message import Group, Message, pack
from bot.slack.text import escape
from calculators.obligations.obligation import Obligation
from knowledge.library import Library

_SLACK_USER = re.compile(r"^[UW][A-Z0-9]{5,}$")
_SLACK_GROUP = re.compile(r"^S[A-Z0-9]{5,}$")


def digest_messages(content: DigestContent, library: Library) -> tuple[Message, ...]:
    """The first message, and those that go on in its thread."""
    return pack(digest_text(content, library), _groups(content, library))


def digest_text(content: DigestContent, library: Library) -> str:
    """The digest in plain words, a paragraph for each item."""
    lines = [phrases.digest_title(content.day), _summary(content)]
    lines += [_line(item, content, library) for item in (*content.overdue, *content.upcoming)]
    return "\n\n".join(lines)


def _line(item: Item, content: DigestContent, library: Library) -> str:
    labels = "、".join(each.label for each in item.obligations)
    left = phrases.days_left(item.days_left(content.day))
    return f"{item.due} {_who(item, library)}：{labels}（{left}）"


def _summary(content: DigestContent) -> str:
    if content.is_empty:
        return phrases.nothing_due(content.days_ahead)
    return phrases.digest_summary(len(content.overdue), len(content.upcoming), content.days_ahead)


def _groups(content: DigestContent, library: Library) -> Iterator[Group]:
    late = [kit.small_print(phrases.late_digest(content.day))] if content.is_late else []
    title = kit.header(phrases.digest_title(content.day))
    yield [title, *late, kit.section(escape(_summary(content)))]
    if content.overdue:
        yield from _under(phrases.OVERDUE, content.overdue, content, library)
    for due, items in groupby(content.upcoming, key=lambda item: item.due):
        yield from _under(phrases.due_on(due), tuple(items), content, library)


def _under(
    heading: str, items: tuple[Item, ...], content: DigestContent, library: Library
) -> Iterator[Group]:
    """The heading stays with the first item below it."""
    top: list[Block] = [kit.divider(), kit.section(f"*{escape(heading)}*")]
    for item in items:
        yield [*top, *_item(item, content, library)]
        top = []


def _item(item: Item, content: DigestContent, library: Library) -> Iterator[Block]:
    left = phrases.days_left(item.days_left(content.day))
    owner = _mention(item.record.particulars.owner)
    after = f"　{phrases.owned_by(owner)}" if owner else ""
    yield kit.section(f"*{escape(_who(item, library))}*　{left}{after}")
    for each in item.obligations:
        yield kit.small_print(_rule(each, library))
        yield kit.actions(
            kit.button(phrases.DONE, ids.OBLIGATION_DONE, obligation_value(item, each)),
            kit.button(phrases.PUT_OFF, ids.OBLIGATION_PUT_OFF, obligation_value(item, each)),
            kit.button(phrases.READ_CLAUSE, ids.OBLIGATION_CLAUSE, obligation_value(item, each)),
        )


def _who(item: Item, library: Library) -> str:
    record = item.record
    scheme = library.document(record.particulars.document).short
    return f"{record.organization.name} · {scheme} {record.particulars.number}"


def _rule(obligation: Obligation, library: Library) -> str:
    ref = obligation.clause.ref
    return f"{obligation.label}：{library.document(ref.document).short} {ref.number}"


def _mention(owner: str) -> str:
    """A Slack user or group is addressed; any other name is written."""
    if _SLACK_USER.match(owner):
        return f"<@{owner}>"
    return f"<!subteam^{owner}>" if _SLACK_GROUP.match(owner) else escape(owner)


def obligation_value(item: Item, obligation: Obligation) -> str:
    """An obligation of a certificate as the value of a button."""
    return json.dumps([item.record.id, obligation.key], ensure_ascii=False)


def obligation_in(value: str) -> tuple[int, str]:
    """Reads what :func:`obligation_value` wrote."""
    certificate, key = json.loads(value)
    return int(certificate), str(key)
