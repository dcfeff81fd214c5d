"""Words that a person types, as Slack stores them: escaped, with mentions, and as rich text."""

from __future__ import annotations

import html
import re
import secrets

from bot.playground.json_object import JsonObject
from bot.playground.wire import escaped
from bot.playground.workspace import Workspace

MARKUP = re.compile(r"<[@#!][A-Za-z0-9]+(?:\|[^<>]*)?>")
MENTION = re.compile(r"<@([A-Z0-9]+)>")


def stored_text(workspace: Workspace, typed: str) -> str:
    """The text with @names turned into mentions; mentions already in Slack's form stay."""
    kept = [*MARKUP.findall(typed), ""]
    pieces = (_mentions(workspace, piece) for piece in MARKUP.split(typed))
    return "".join(piece + markup for piece, markup in zip(pieces, kept, strict=True))


def rich_text(text: str) -> tuple[JsonObject, ...]:
    """The ``rich_text`` block that Slack makes of a stored text; nothing for no text."""
    if not text:
        return ()
    section = {"type": "rich_text_section", "elements": _parts(text)}
    block_id = secrets.token_urlsafe(4)
    return ({"type": "rich_text", "block_id": block_id, "elements": [section]},)


def _mentions(workspace: Workspace, piece: str) -> str:
    piece = escaped(piece)
    for user in workspace.users.values():
        piece = piece.replace(f"@{user.name}", f"<@{user.id}>")
    return piece


def _parts(text: str) -> list[JsonObject]:
    parts: list[JsonObject] = []
    for index, piece in enumerate(MENTION.split(text)):
        if index % 2:
            parts.append({"type": "user", "user_id": piece})
        elif piece:
            parts.append({"type": "text", "text": html.unescape(piece)})
    return parts
