"""Clauses asked for by their number: 「TB 5.4.5」, 「腾标10.3.1第7条」, 「附录A注4」."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.clause import Clause
from knowledge.library import Library

_NUMBER = re.compile(
    r"附录\s*[A-Za-z](?:\s*注\s*[①-⑳\d]+|\s*\d\d\.\d\d(?:/\d)?)?"
    r"|附件\s*\d"
    r"|(?<![\d./-])\d{1,2}(?:\.\d{1,2}){1,5}(?![\d%/-])\.?"
    r"(?:\s*(?:第\s*[一二三四五六七八九十\d]+\s*[条款项点]|[（(]?[\da-f]{1,2}[)）]|[①-⑳]))*"
    r"|第\s*[一二三四五六七八九十\d]+\s*(?:章|条)(?!件)"
)
_MONEY_OR_MEASURE = re.compile(r"\s*(?:%|元|万|人|天|个|年|月|日|小时|倍|米|折)")


def numbers_in(text: str) -> tuple[str, ...]:
    """What looks like a clause number in a question."""
    return tuple(
        match[0].strip()
        for match in _NUMBER.finditer(text)
        if not _MONEY_OR_MEASURE.match(text, match.end())
    )


def clauses_named(text: str, documents: Iterable[str], library: Library) -> tuple[Clause, ...]:
    """The clauses that a question names by number in these documents, in the order named."""
    found = (
        library.find(document, number) for number in numbers_in(text) for document in documents
    )
    return tuple(dict.fromkeys(clause for clause in found if clause is not None))
