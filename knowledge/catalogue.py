"""The catalogue: which documents there are, who issued them, and how staff call their schemes."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.errors import UnreadableDocument

CATALOGUE = "catalogue.toml"
"""The file of a folder of documents that says what each of them is."""

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
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise UnreadableDocument(str(path), f"目录不可读（{error}）") from error
    documents = tuple(_document(path, entry) for entry in entries)
    refuse_twins(documents, path)
    return documents


def refuse_twins(documents: Sequence[Document], path: Path) -> None:
    """Raise UnreadableDocument, naming ``path``, where two documents have one id."""
    ids = [document.id for document in documents]
    twins = sorted({each for each in ids if ids.count(each) > 1})
    if twins:
        raise UnreadableDocument(str(path), f"文件编号重复：{'、'.join(twins)}")


def catalogue_text(documents: Iterable[Document]) -> str:
    """The text of a catalogue of these documents, as :func:`read_catalogue` reads it."""
    entries = [_entry(document) for document in documents]
    return "\n".join(entries) or "document = []\n"


def _entry(document: Document) -> str:
    stated = {field.name: getattr(document, field.name) for field in fields(document)}
    lines = [
        f"{name} = {_toml(value)}" for name, value in stated.items() if value not in (None, ())
    ]
    return "\n".join(["[[document]]", *lines, ""])


def _toml(value: str | date | tuple[str, ...]) -> str:
    if isinstance(value, date):
        return value.isoformat()
    # TOML's strings and arrays of strings are those of JSON, but that DEL has to be escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _document(path: Path, entry: dict[str, Any]) -> Document:
    known = {field.name for field in fields(Document)}
    complete = {"version": "", "effective_from": None, **dict.fromkeys(_LISTS, ()), **entry}
    if set(complete) != known:
        wrong = "、".join(sorted(set(complete) ^ known))
        raise UnreadableDocument(str(path), f"{entry.get('id', '?')} 的字段有误：{wrong}")
    lists = {name: tuple(complete[name]) for name in _LISTS}
    return Document(**{**complete, **lists})
