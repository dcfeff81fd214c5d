"""The catalogue: which documents there are, who issued them, and how staff call their schemes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.errors import UnreadableDocument

_LISTS = ("aliases", "weak_aliases", "body_aliases", "beyond")


@dataclass(frozen=True, slots=True)
class Document:
    """A source document.

    ``aliases`` are names that mean this scheme and no other; ``weak_aliases`` also occur in
    questions about other schemes and decide only where no alias stands beside them.
    ``body_aliases`` are those of the aliases that name the certification body and not what it
    certifies; ``beyond`` are words for things next to the scheme that the document does not rule
    (other levels), so that only a clause with the word itself can answer a question about them.
    ``short`` is how staff name the scheme; ``reader`` is a layout of :mod:`knowledge.readers`;
    ``version`` is empty and ``effective_from`` None where the document states none.
    """

    id: str
    file: str
    issuer: str
    title: str
    short: str
    version: str
    effective_from: date | None
    aliases: tuple[str, ...]
    weak_aliases: tuple[str, ...]
    body_aliases: tuple[str, ...]
    beyond: tuple[str, ...]
    sha256: str
    reader: str


def read_catalogue(path: Path) -> tuple[Document, ...]:
    """The documents of a catalogue, in its order; UnreadableDocument where an entry is wrong."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["document"]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise UnreadableDocument(str(path), f"目录不可读（{error}）") from error
    documents = tuple(_document(path, entry) for entry in entries)
    ids = [document.id for document in documents]
    if len(set(ids)) != len(ids):
        raise UnreadableDocument(str(path), "文件编号重复")
    return documents


def _document(path: Path, entry: dict[str, Any]) -> Document:
    known = {field.name for field in fields(Document)}
    complete = {"version": "", "effective_from": None, **dict.fromkeys(_LISTS, ()), **entry}
    if set(complete) != known:
        wrong = "、".join(sorted(set(complete) ^ known))
        raise UnreadableDocument(str(path), f"{entry.get('id', '?')} 的字段有误：{wrong}")
    lists = {name: tuple(complete[name]) for name in _LISTS}
    return Document(**{**complete, **lists})
