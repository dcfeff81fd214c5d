"""The format of a rulebook (规则手册): rules as data, each with its clause and its words.

A rulebook is a TOML file, ``rulebooks/<document id>/<subject>.toml``. Every calculator defines the
pydantic model of its subject from the parts here; loading compares every quote with the document.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from knowledge.clause import ClauseRef, Quote
from knowledge.errors import ClauseBotError, RulebookError
from knowledge.library import Library

RULEBOOKS = Path(__file__).parent / "rulebooks"


def _exact(value: object) -> object:
    if isinstance(value, str):
        return Fraction(value)
    raise ValueError('精确的数要写成字符串，如 "1/3"、"2.5"')


Exact = Annotated[Fraction, BeforeValidator(_exact)]
"""A number written as a string, so that nothing is lost: "1/3", "2.5"."""

T = TypeVar("T")
Rows = Annotated[tuple[T, ...], Field(strict=False)]
"""A TOML array, kept as a tuple."""


class Strict(BaseModel):
    """A table of a rulebook: no unknown key, no coercion, no change after loading."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Source(Strict):
    """A clause and its words, compared with the document when the rulebook is loaded."""

    clause: str
    quote: str
    _cited: Quote = PrivateAttr()

    @model_validator(mode="after")
    def _compare(self, info: ValidationInfo) -> Source:
        context: Mapping[str, Any] = info.context or {}
        library: Library = context["library"]
        try:
            self._cited = library.quote(ClauseRef(context["document"], self.clause), self.quote)
        except ClauseBotError as error:
            raise ValueError(str(error)) from error
        return self

    @cached_property
    def cited(self) -> Quote:
        """The words as the document prints them."""
        return self._cited


class Rule(Source):
    """One rule (规则): what :class:`Source` says, and when it was last compared.

    ``caution`` is a Chinese sentence shown whenever the rule is used: a misprint, a contradiction,
    a reading we take. ``note`` is for the people who keep the rulebook.
    """

    checked: date
    see_also: Rows[Source] = ()
    caution: str | None = None
    note: str | None = None


class Number(Rule):
    """A rule that is one number."""

    value: Exact


class Rulebook(Strict):
    """All rules of one subject in one document; a subclass names the subject and its tables."""

    subject: ClassVar[str]
    document: str


Book = TypeVar("Book", bound=Rulebook)


def rulebook_path(kind: type[Rulebook], document: str, folder: Path | None = None) -> Path:
    """Where the rulebook of a document lies."""
    return (folder or RULEBOOKS) / document / f"{kind.subject}.toml"


def load_rulebook(
    kind: type[Book], document: str, library: Library, folder: Path | None = None
) -> Book | None:
    """The document's rulebook of this kind, or None where the document has no such rules.

    RulebookError names file and key where the file is malformed or its words are not in the clause.
    """
    path = rulebook_path(kind, document, folder)
    if not path.exists():
        return None
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RulebookError(f"{document}/{kind.subject}", "TOML", f"不能解析：{error}") from error
    return parse_rulebook(kind, document, data, library)


def parse_rulebook(
    kind: type[Book], document: str, data: Mapping[str, Any], library: Library
) -> Book:
    """Validate the data of a rulebook and compare its quotes; RulebookError names the key."""
    name = f"{document}/{kind.subject}"
    try:
        book = kind.model_validate(data, context={"library": library, "document": document})
    except ValidationError as error:
        first = error.errors()[0]
        reason = first["msg"].removeprefix("Value error, ")
        key = ".".join(str(part) for part in first["loc"]) or kind.subject
        raise RulebookError(name, key, reason) from error
    if book.document != document:
        raise RulebookError(name, "document", f"应为 {document}，实为 {book.document}")
    return book


def rules_of(table: BaseModel, path: str = "") -> Iterator[tuple[str, Rule]]:
    """Every rule under a table, with its key: ``ratio.surveillance``, ``bands.16-25``.

    An item of an array is named by its ``key`` where it has one, else by its place.
    """
    for name in type(table).model_fields:
        yield from _rules_in(getattr(table, name), f"{path}.{name}" if path else name)


def _rules_in(value: object, path: str) -> Iterator[tuple[str, Rule]]:
    if isinstance(value, Rule):
        yield path, value
    if isinstance(value, BaseModel):
        yield from rules_of(value, path)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _rules_in(item, f"{path}.{getattr(item, 'key', place)}")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _rules_in(item, f"{path}.{key}")
