"""Which words of which clause are shown: one clause or item, or a whole list, never a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot import wording
from bot.assistant.answer import Citation
from knowledge.clause import Clause, ClauseKind, ClauseRef, Quote
from knowledge.errors import QuoteNotFound
from knowledge.library import Library
from knowledge.verbatim import compact

MOST_CITATIONS = 5
# A lookup shows one clause; a list the whole of it. Longer ones are shown by their own words only.
_LONGEST_CLAUSE = 700
_LONGEST_LIST = 3000
_HEADING_ONLY = 30
# A list this short is shown whole: its items say little without the words they hang under.
_SHORT_LIST = 200
_OPENS_A_LIST = ("：", ":")


def _length(text: str) -> int:
    return len(compact(text))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Makes citations out of clauses; every quote is checked against the source once more."""

    library: Library

    def cite(self, quote: Quote) -> Citation:
        """A quote with its headings and source line; QuoteNotFound if it is not verbatim."""
        if not self.library.holds(quote):
            raise QuoteNotFound(quote.ref.document, quote.ref.number, quote.text)
        document = self.library.document(quote.ref.document)
        above = self.library.ancestors(quote.ref)
        headings = tuple(self.library.quote(clause.ref).text for clause in above)
        source = wording.source_line(document.title, document.version, quote.ref.number)
        return Citation(quote, headings, source)

    def cite_all(self, quotes: Iterable[Quote]) -> tuple[Citation, ...]:
        """Citations of the quotes, the first of them if there are too many.

        Words of a clause that an earlier quote of it already shows are left out.
        """
        kept: list[Quote] = []
        for quote in quotes:
            if not any(quote.ref == shown.ref and quote.text in shown.text for shown in kept):
                kept.append(quote)
        return tuple(self.cite(quote) for quote in kept[:MOST_CITATIONS])

    def clause(self, ref: ClauseRef) -> Quote:
        """The clause, with its list where it only opens one and that is short enough."""
        clause = self.library.clause(ref)
        own = self.library.quote(ref)
        if clause.children and self._needs_children(clause):
            whole = self.library.quote_whole(ref)
            if _length(whole.text) <= _LONGEST_CLAUSE:
                return whole
        if clause.kind is ClauseKind.ITEM and clause.parent is not None:
            around = self.library.quote_whole(clause.parent)
            if _length(around.text) <= _SHORT_LIST:
                return around
        return own

    def in_full(self, quote: Quote) -> Quote:
        """The clause that some words were taken from, where its own words contain them."""
        own = self.library.quote(quote.ref)
        contains = compact(quote.text) in compact(own.text)
        return own if contains and _length(own.text) <= _LONGEST_CLAUSE else quote

    def whole_clause(self, ref: ClauseRef) -> Quote:
        """The clause with everything under it, unless that is longer than a list may be."""
        whole = self.library.quote_whole(ref)
        return whole if _length(whole.text) <= _LONGEST_LIST else self.library.quote(ref)

    def whole_list(self, ref: ClauseRef) -> Quote:
        """The whole list that the clause opens or belongs to, else the clause."""
        holder = self._list_holder(self.library.clause(ref))
        whole = self.library.quote_whole(holder.ref)
        return whole if _length(whole.text) <= _LONGEST_LIST else self.clause(ref)

    @staticmethod
    def _needs_children(clause: Clause) -> bool:
        text = clause.text.rstrip()
        return _length(text) <= _HEADING_ONLY or text.endswith(_OPENS_A_LIST)

    def _list_holder(self, clause: Clause) -> Clause:
        if len(clause.children) > 1 or clause.parent is None:
            return clause
        parent = self.library.clause(clause.parent)
        in_list = clause.kind in (ClauseKind.ITEM, ClauseKind.NOTE, ClauseKind.ROW)
        opens_one = clause.kind is ClauseKind.PARAGRAPH and clause.text.endswith(_OPENS_A_LIST)
        return parent if (in_list or opens_one) and len(parent.children) > 1 else clause
