"""Which scheme the words of a cell mean: an id, a name or an alias of the catalogue, or nearly."""

from __future__ import annotations

from collections.abc import Iterable

from bot.assistant.understanding.cues import bundled_cues
from bot.assistant.understanding.schemes import SchemeFinder
from bot.register import phrases
from bot.register.cleaning import LONGEST_NAME, same
from bot.register.distance import distance
from bot.register.errors import RegisterRefuses
from bot.register.validation import documents_with_rules
from knowledge.catalogue import Document

_SHORTEST_LATIN = 4
_SHORTEST = 2


class SchemeNames:
    """The schemes of a catalogue by all that they are called."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)
        self._finder = SchemeFinder(self._documents, bundled_cues())
        self._exact: dict[str, str] = {}
        for document in self._documents:
            for name in (document.id, document.short, document.title):
                self._exact.setdefault(same(name), document.id)
        self._aliases = [
            (same(name), document.id)
            for document in self._documents
            for name in (document.id, document.short, *document.aliases, *document.weak_aliases)
        ]
        self._read: dict[str, str] = {}

    def document(self, words: str) -> str:
        """The id of the document; RegisterRefuses where the words mean none, or several."""
        if words not in self._read:
            self._read[words] = self._document(words)
        return self._read[words]

    def short(self, document: str) -> str:
        """What staff call the scheme of a document; its id where it is not in the catalogue."""
        return next((each.short for each in self._documents if each.id == document), document)

    def _document(self, words: str) -> str:
        plain = same(words)
        if not plain:
            raise RegisterRefuses(phrases.empty(phrases.SCHEME))
        if len(plain) > LONGEST_NAME:
            raise RegisterRefuses(phrases.too_long(phrases.SCHEME, len(plain), LONGEST_NAME))
        if plain in self._exact:
            return self._exact[plain]
        named = self._finder.find(words)
        meant = named.strong or named.weak or self._nearly(plain)
        if not meant:
            known = [self.short(each) for each in documents_with_rules()]
            raise RegisterRefuses(phrases.unknown_scheme(words, known))
        if len(meant) > 1:
            several = [self.short(each) for each in meant]
            raise RegisterRefuses(phrases.ambiguous_scheme(words, several))
        return meant[0]

    def _nearly(self, plain: str) -> tuple[str, ...]:
        near = (
            document
            for alias, document in self._aliases
            if len(alias) >= (_SHORTEST_LATIN if alias.isascii() else _SHORTEST)
            and abs(len(plain) - len(alias)) <= 1
            and distance(plain, alias) == 1
            and not plain.isdigit()
        )
        return tuple(dict.fromkeys(near))
