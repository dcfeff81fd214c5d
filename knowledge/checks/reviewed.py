"""A document as the checks see it: its clauses, sentences, headings and the name of its scheme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from knowledge.catalogue import Document
from knowledge.clause import Clause, ClauseKind
from knowledge.library import Library
from knowledge.readers.lines import is_heading
from knowledge.verbatim import compact

_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")
_SYSTEM = re.compile(r"^(.+?体系)")
_LIST_OF_DOCUMENTS = re.compile(
    r"相关(?:文件|制度|记录|表[单格])|引用(?:文件|标准)|参考文件|(?:表[单格]|记录|文件)(?:清单|目录|一览)"
)
_HEADED = frozenset({ClauseKind.SECTION, ClauseKind.ANNEX})
_SUBJECT_LENGTH = 6


@dataclass(frozen=True)
class ReviewedDocument:
    """One document of a library under review."""

    library: Library
    document: Document

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in the order of the source."""
        return self.library.clauses(self.document.id)

    @cached_property
    def body(self) -> tuple[Clause, ...]:
        """The clauses that say something: no title page, no rows and heads of tables."""
        outside = {ClauseKind.FRONT, ClauseKind.ROW, ClauseKind.TABLE}
        return tuple(clause for clause in self.clauses if clause.kind not in outside)

    def sentences(self) -> Iterator[tuple[Clause, str]]:
        """The sentences of the body, without white space."""
        for clause in self.body:
            for sentence in _SENTENCE.findall(clause.text):
                if compact(sentence):
                    yield clause, compact(sentence)

    def lines(self) -> Iterator[tuple[Clause, str]]:
        """The paragraphs and headings of the body, without white space."""
        for clause in self.body:
            yield from ((clause, compact(line)) for line in clause.text.split("\n") if line.strip())

    def printed(self, clause: Clause) -> str:
        """The clause's own words with its number."""
        return self.library.quote(clause.ref).text

    def children(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses directly under this one."""
        return tuple(self.library.clause(ref) for ref in clause.children)

    def chapter(self, clause: Clause) -> Clause:
        """The outermost clause above this one, or itself."""
        return next(iter(self.library.ancestors(clause.ref)), clause)

    def headings(self, clause: Clause) -> str:
        """The headings that the clause stands under, its own included, run together."""
        above = (*self.library.ancestors(clause.ref), clause)
        return "".join(filter(None, map(heading, above)))

    @cached_property
    def system(self) -> str:
        """The name of the management system that the document is about, from its title, or empty.

        Shorter names than six characters are left alone: they are part of too many other words.
        """
        named = _SYSTEM.match(compact(self.document.title))
        name = named.group(1) if named else ""
        return name if len(name) > _SUBJECT_LENGTH else ""

    def without_name(self, words: str) -> str:
        """Compact words with the system's long name cut out, so that the rest can be compared."""
        return compact(words).replace(self.system, "") if self.system else compact(words)


def lists_documents(clause: Clause) -> bool:
    """Whether the clause is a chapter or annex that lists other documents, forms or records."""
    return bool(_LIST_OF_DOCUMENTS.search(heading(clause)))


def heading(clause: Clause) -> str:
    """The heading of a section, without its number; empty where its first line is a sentence."""
    first = clause.text.partition("\n")[0]
    return compact(first) if clause.kind in _HEADED and is_heading(first) else ""
