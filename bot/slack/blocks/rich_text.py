"""Rich text: the one place in Slack where words are shown letter by letter, never as markup."""

from __future__ import annotations

from collections.abc import Sequence

from bot.slack.blocks.kit import Block, Element


def plain(text: str) -> Element:
    """Words as they are."""
    return {"type": "text", "text": text}


def bold(text: str) -> Element:
    """Words that stand out."""
    return {"type": "text", "text": text, "style": {"bold": True}}


def person(user: str) -> Element:
    """A mention of a user, by id."""
    return {"type": "user", "user_id": user}


def group(usergroup: str) -> Element:
    """A mention of a user group, by id."""
    return {"type": "usergroup", "usergroup_id": usergroup}


def channel(channel: str) -> Element:
    """A link to a channel, by id."""
    return {"type": "channel", "channel_id": channel}


def paragraph(*parts: Element) -> Block:
    """A block with one paragraph."""
    return {"type": "rich_text", "elements": [_section(parts)]}


def quoted(text: str, lead: Sequence[Element] = ()) -> Block:
    """A block with a quotation, under a line that says where it stands."""
    quote = {"type": "rich_text_quote", "elements": [plain(text)]}
    return {"type": "rich_text", "elements": [_section(lead), quote] if lead else [quote]}


def listed(items: Sequence[Sequence[Element]], ordered: bool = False) -> Block:
    """A block with a list, numbered if ``ordered``."""
    entries = {
        "type": "rich_text_list",
        "style": "ordered" if ordered else "bullet",
        "elements": [_section(item) for item in items],
    }
    return {"type": "rich_text", "elements": [entries]}


def entry(lead: Sequence[Element], points: Sequence[Sequence[Element]]) -> Block:
    """A block with a line and points below it."""
    bullets = {
        "type": "rich_text_list",
        "style": "bullet",
        "elements": [_section(point) for point in points],
    }
    return {"type": "rich_text", "elements": [_section(lead), bullets]}


def _section(parts: Sequence[Element]) -> Element:
    return {"type": "rich_text_section", "elements": list(parts)}
