"""Which scheme a channel is about: set, taken away, or told."""

from __future__ import annotations

from bot import wording
from bot.slack import phrases
from bot.slack.services import Services
from knowledge.catalogue import Document
from knowledge.library import Library


def set_scheme(name: str, channel: str, services: Services) -> tuple[bool, str]:
    """Whether something was changed, and the sentence that says so."""
    schemes, library = services.channel_schemes, services.library
    shorts = [document.short for document in library.documents]
    if not name:
        current = schemes.of(channel)
        short = library.document(current).short if current else ""
        return False, phrases.channel_scheme(short, shorts)
    if name in phrases.NO_SCHEME:
        schemes.set(channel, None)
        return True, phrases.CHANNEL_SCHEME_GONE
    document = _named(name, library)
    if document is None:
        return False, wording.unknown_scheme(name, shorts)
    schemes.set(channel, document.id)
    return True, phrases.channel_scheme_set(document.short)


def _named(name: str, library: Library) -> Document | None:
    wanted = name.casefold()
    for document in library.documents:
        names = (document.id, document.short, *document.aliases, *document.weak_aliases)
        if wanted in (each.casefold() for each in names):
            return document
    return None
