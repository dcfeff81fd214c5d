"""A rule that enumerates: a lead-in and the items under it, counted and compared on loading."""

from __future__ import annotations

from fractions import Fraction

from pydantic import PrivateAttr, ValidationInfo, model_validator

from calculators.rulebook import Number, Rows
from knowledge.clause import ClauseKind, ClauseRef, Quote
from knowledge.errors import ClauseBotError
from knowledge.library import Library


class Enumeration(Number):
    """A list of ``value`` items.

    The items are the clauses directly below ``under`` (the rule's own clause where it is left out),
    or the verbatim ``words`` where the document runs them together in a sentence. ``others`` are
    clauses that belong to the list but hang elsewhere.
    """

    id: str
    label: str
    under: str | None = None
    words: Rows[str] = ()
    others: Rows[str] = ()
    also: Rows[str] = ()
    _points: tuple[Quote, ...] = PrivateAttr()

    @property
    def key(self) -> str:
        """The list's name among the rules of a rulebook."""
        return self.id

    @property
    def points(self) -> tuple[Quote, ...]:
        """The items, in the order of the document."""
        return self._points

    @model_validator(mode="after")
    def _count(self, info: ValidationInfo) -> Enumeration:
        context = info.context or {}
        try:
            self._points = self._found(context["document"], context["library"])
        except ClauseBotError as error:
            raise ValueError(str(error)) from error
        if Fraction(len(self._points)) != self.value:
            raise ValueError(f"写的是 {self.value} 项，原文是 {len(self._points)} 项")
        return self

    def _found(self, document: str, library: Library) -> tuple[Quote, ...]:
        above = ClauseRef(document, self.under or self.clause)
        more = tuple(library.quote(ClauseRef(document, number)) for number in self.others)
        if self.words:
            return tuple(library.quote(above, words) for words in self.words) + more
        below = [library.clause(child) for child in library.clause(above).children]
        for kinds in ((ClauseKind.ITEM,), (ClauseKind.SECTION, ClauseKind.ROW)):
            if found := [library.quote(clause.ref) for clause in below if clause.kind in kinds]:
                return (*found, *more)
        return more
