"""Another scheme's words inside a rule: paragraphs pasted from the rules of another system."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.catalogue import Document
from knowledge.checks.finding import Finding, finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.checks.word_lists import word_list
from knowledge.clause import Clause

NAME = "foreign_terms"

# Where another system is named on purpose: qualifications of people, combined audits, the
# integration of documents, what the scheme is an extension of.
_ON_PURPOSE = re.compile(
    r"认证(?:审核)?人员的(?:基本)?要求|人员要求|注册证书|注册资格|结合审核|一体化|整合|结合其他管理体系"
    r"|其他管理体系|扩展"
)
_TITLE = re.compile(r"《[^》]*》")
_SEVERAL = re.compile(r"管理体系[^，。；]{0,8}[/、][^，。；]{0,12}管理体系")


def find(reviewed: ReviewedDocument) -> Iterator[Finding]:
    """One finding for each sentence with words of a scheme that is not the document's."""
    foreign = _foreign(reviewed.document)
    for clause, sentence in reviewed.sentences():
        words = _without_names(reviewed, sentence)
        found = [(name, match) for name, term in foreign for match in term.findall(words)]
        if found and not _on_purpose(reviewed, clause, sentence):
            named = "".join(f"“{term}”" for term in dict.fromkeys(term for _, term in found))
            schemes = "、".join(dict.fromkeys(name for name, _ in found))
            yield finding(NAME, [(clause, sentence)], f"{named}是{schemes}的用语，疑为粘贴。")


def _foreign(document: Document) -> list[tuple[str, re.Pattern[str]]]:
    names = (document.title, *document.aliases, *document.weak_aliases)
    return [
        (scheme["name"], re.compile("|".join(scheme["terms"])))
        for scheme in word_list(NAME)["scheme"]
        if not any(re.match(term, name) for term in scheme["terms"] for name in names)
    ]


def _without_names(reviewed: ReviewedDocument, sentence: str) -> str:
    """The sentence without titles of documents and without the document's own, longer names."""
    words = _TITLE.sub("，", sentence)
    own = (reviewed.system, *reviewed.document.aliases, reviewed.document.title)
    for name in sorted(filter(None, own), key=len, reverse=True):
        words = words.replace("".join(name.split()), "，")
    return words


def _on_purpose(reviewed: ReviewedDocument, clause: Clause, sentence: str) -> bool:
    context = reviewed.headings(clause) + sentence
    return bool(_ON_PURPOSE.search(context) or _SEVERAL.search(sentence))
