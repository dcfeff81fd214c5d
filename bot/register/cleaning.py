"""Names, numbers and notes as the register keeps them, and the forms under which they are equal."""

from __future__ import annotations

import html
import re
import unicodedata

from bot.register import phrases
from bot.register.errors import RegisterRefuses

LONGEST_NAME = 100
LONGEST_NUMBER = 60
LONGEST_NOTE = 1000
_MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
_EMOJI_CODE = re.compile(r":[a-z0-9_+\-]+:")
# What no screen shows: controls, directions, halves of characters, variation selectors.
_UNSEEN = {"Cc", "Cf", "Cs", "Co"}
_VARIATIONS = range(0xFE00, 0xFE10)
# Pictures, modifiers and unassigned signs; mathematical ones but for a plus.
_STRANGE = {"So", "Sk", "Sm", "Me", "Cn"}
_MARKUP = "*`<>|~"
_FINE = "+"


def name(field: str, words: str) -> str:
    """A name without what no screen shows; RegisterRefuses where it is empty, long or strange."""
    cleaned = _seen(html.unescape(words))
    if not cleaned:
        raise RegisterRefuses(phrases.empty(field))
    _refuse_longer(field, cleaned, LONGEST_NAME)
    return _plain_signs(field, cleaned)


def certificate_number(words: str) -> str:
    """A certificate number in half width, without spaces at its ends."""
    cleaned = _seen(unicodedata.normalize("NFKC", words))
    if not cleaned:
        raise RegisterRefuses(phrases.empty(phrases.NUMBER))
    _refuse_longer(phrases.NUMBER, cleaned, LONGEST_NUMBER)
    return _plain_signs(phrases.NUMBER, cleaned)


def owner(words: str) -> str:
    """A Slack user id, also from a mention of it, or a name; may be empty."""
    mentioned = _MENTION.fullmatch(words.strip())
    if mentioned:
        return mentioned[1]
    cleaned = _seen(words)
    return name(phrases.OWNER, cleaned) if cleaned else ""


def note(words: str) -> str:
    """A remark in one paragraph; may be empty, and say what it likes."""
    cleaned = _seen(words)
    _refuse_longer(phrases.NOTE, cleaned, LONGEST_NOTE)
    return cleaned


def same(words: str) -> str:
    """What two writings of one name or number have in common: width, case and spaces aside."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def _seen(words: str) -> str:
    spaced = "".join(" " if sign.isspace() else sign for sign in words)
    return " ".join("".join(sign for sign in spaced if _is_seen(sign)).split())


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in _UNSEEN and ord(sign) not in _VARIATIONS


def _plain_signs(field: str, words: str) -> str:
    code = _EMOJI_CODE.search(words)
    if code:
        raise RegisterRefuses(phrases.strange_sign(field, code[0]))
    for sign in words:
        strange = unicodedata.category(sign) in _STRANGE and sign not in _FINE
        if strange or sign in _MARKUP:
            raise RegisterRefuses(phrases.strange_sign(field, sign))
    return words


def _refuse_longer(field: str, words: str, most: int) -> None:
    if len(words) > most:
        raise RegisterRefuses(phrases.too_long(field, len(words), most))
