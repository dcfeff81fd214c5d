"""What a document that is added may be called: an id of its own, and names that no other has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from knowledge.catalogue import Document
from knowledge.errors import NameNotAllowed

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_SHORTEST = 2


def refuse_names(document: Document, others: Iterable[Document]) -> None:
    """Raise NameNotAllowed where the id or an alias cannot be used beside these documents.

    A weak alias may be shared with the weak aliases of others; an alias with nothing of theirs.
    """
    if not _ID.fullmatch(document.id):
        raise NameNotAllowed(document.id, "编号只能用字母、数字、点和横线，例如 ABC-01")
    short = [name for name in _names(document) if len(_plain(name)) < _SHORTEST]
    if short:
        raise NameNotAllowed(short[0], "叫法至少要有两个字")
    for other in others:
        _refuse_beside(document, other)


def _refuse_beside(document: Document, other: Document) -> None:
    if _plain(document.id) == _plain(other.id):
        raise NameNotAllowed(document.id, "已有这个编号的文件，请换一个编号")
    strong = {_plain(name) for name in other.aliases}
    taken = strong | {_plain(name) for name in other.weak_aliases}
    for name in document.aliases:
        if _plain(name) in taken:
            raise NameNotAllowed(name, f"已是 {other.id} 的叫法，请换一个或改作弱叫法")
    for name in document.weak_aliases:
        if _plain(name) in strong:
            raise NameNotAllowed(name, f"已是 {other.id} 的叫法，请换一个")


def is_free(name: str, others: Iterable[Document]) -> bool:
    """Whether no document is called so."""
    return all(_plain(name) not in map(_plain, _names(other)) for other in others)


def _names(document: Document) -> tuple[str, ...]:
    return (*document.aliases, *document.weak_aliases)


def _plain(name: str) -> str:
    """Width, case and spaces make no other name."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
