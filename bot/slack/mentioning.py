"""Owners of certificates, as people are named in Slack."""

from __future__ import annotations

import re

from bot.slack.blocks import rich_text
from bot.slack.blocks.kit import Element
from bot.slack.text import escape

_USER = re.compile(r"[UW][A-Z0-9]{5,}")
_GROUP = re.compile(r"S[A-Z0-9]{5,}")


def is_user(owner: str) -> bool:
    """Whether this is the id of a Slack user and not a name."""
    return _USER.fullmatch(owner) is not None


def mention(owner: str) -> str:
    """The owner in Slack's markup: a user or group is addressed, any other name is written."""
    if is_user(owner):
        return f"<@{owner}>"
    return f"<!subteam^{owner}>" if _GROUP.fullmatch(owner) else escape(owner)


def mention_element(owner: str) -> Element:
    """The owner in rich text."""
    if is_user(owner):
        return rich_text.person(owner)
    return rich_text.group(owner) if _GROUP.fullmatch(owner) else rich_text.plain(owner)
