"""What can be done with the register, as a message with buttons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.slack import desk_phrases, ids
from bot.slack.blocks import kit
from bot.slack.blocks.message import Message
from bot.slack.text import escape


def cert_menu(told: str = "") -> Message:
    """The menu, below what is told first."""
    first: Sequence[kit.Block] = [kit.section(escape(told))] if told else []
    lines = "\n".join(escape(line) for line in desk_phrases.MENU_LINES)
    text = f"{told}\n{desk_phrases.MENU_TITLE}\n" + "\n".join(desk_phrases.MENU_LINES)
    buttons = kit.actions(
        kit.button(desk_phrases.ADD, ids.CERTIFICATE_ADD, ids.NONE, "primary"),
        kit.button(desk_phrases.ADD_EVENT, ids.CERTIFICATE_EVENT, ids.NONE),
        kit.button(desk_phrases.LIST, ids.CERTIFICATE_LIST, ids.NONE),
        kit.button(desk_phrases.EXPORT, ids.CERTIFICATE_EXPORT, ids.NONE),
    )
    return Message(
        escape(text.strip()),
        (
            *first,
            kit.header(desk_phrases.MENU_TITLE),
            kit.section(lines),
            buttons,
            kit.small_print(desk_phrases.MENU_FILE),
        ),
    )
