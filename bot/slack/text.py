"""Text on its way from and to Slack: markup off, characters escaped, long texts cut."""

from __future__ import annotations

import html
import re

_LINK = re.compile(r"<((?:https?|mailto|tel):[^|>]*)(?:\|([^>]*))?>")
_CHANNEL = re.compile(r"<#[^|>]*(?:\|([^>]*))?>")
_PERSON_OR_GROUP = re.compile(r"<[@!][^>]*>")
_NAMED = re.compile(r"<(?:@|!subteam\^)([A-Z0-9]+)(?:\|[^>]*)?>")
_EMOJI_CODE = re.compile(r":[a-z0-9_+\-]+:")
# The last resort, the comma, still falls between words; a piece is never longer than the limit.
_ENDS = ("\n", "。；;！？", "，、,： ")


def typed_words(slack_text: str) -> str:
    """What the person typed: mentions and emoji codes gone, links as their words, unescaped."""
    text = _LINK.sub(lambda link: link[2] or link[1].removeprefix("mailto:"), slack_text)
    text = _CHANNEL.sub(lambda channel: f"#{channel[1]}" if channel[1] else " ", text)
    text = _PERSON_OR_GROUP.sub(" ", text)
    text = _EMOJI_CODE.sub(" ", text)
    return html.unescape(text).strip()


def words_with_ids(slack_text: str) -> str:
    """What the person typed, with the ids of the people and groups that are mentioned."""
    return typed_words(_NAMED.sub(lambda named: f" {named[1]} ", slack_text))


def mentions(slack_text: str, user: str) -> bool:
    """Whether the text mentions this user."""
    return f"<@{user}>" in slack_text or f"<@{user}|" in slack_text


def escape(text: str) -> str:
    """The text as Slack shows it letter by letter: no mention or link can be smuggled in."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cut(text: str, limit: int) -> tuple[str, ...]:
    """Pieces of at most ``limit`` characters that join to the text, cut at 。； or a line end."""
    pieces: list[str] = []
    while len(text) > limit:
        end = _last_end(text[:limit])
        pieces.append(text[:end])
        text = text[end:]
    return (*pieces, text) if text else tuple(pieces)


def _last_end(text: str) -> int:
    """Where to cut: behind the last sentence that fits, unless that leaves less than half."""
    for marks in _ENDS:
        end = max(text.rfind(mark) for mark in marks) + 1
        if end > len(text) // 2:
            return end
    return len(text)


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` characters, the cut marked by an ellipsis: for labels, never for quotes."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
