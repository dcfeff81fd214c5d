"""All checks over one document: what ``clausebot documents check`` runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from knowledge.checks import (
    abbreviations,
    annexes,
    contents,
    cover,
    figures,
    foreign_terms,
    forms,
    layout,
    lists,
    numbering,
    periods,
    promises,
    punctuation,
    references,
    repetition,
    roles,
    spelling,
    tables,
    terminology,
    titles,
    variants,
)
from knowledge.checks.finding import Finding
from knowledge.checks.reviewed import ReviewedDocument
from knowledge.library import Library

Check = Callable[[ReviewedDocument], Iterator[Finding]]

_MODULES = (
    tables,
    references,
    annexes,
    periods,
    variants,
    lists,
    figures,
    promises,
    foreign_terms,
    numbering,
    contents,
    forms,
    titles,
    roles,
    terminology,
    abbreviations,
    cover,
    layout,
    repetition,
    spelling,
    punctuation,
)

CHECKS: Mapping[str, Check] = MappingProxyType({module.NAME: module.find for module in _MODULES})
"""The checks by name, the most telling first."""

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "tables": "表格分档",
        "references": "条款引用",
        "annexes": "附录附件",
        "periods": "期限",
        "variants": "同一规定的不同写法",
        "lists": "同类列项",
        "figures": "数字",
        "promises": "没有给出的时限、数额和图",
        "foreign_terms": "其他体系的用语",
        "numbering": "编号",
        "contents": "目录",
        "forms": "表单和引用文件",
        "titles": "标准名称",
        "roles": "部门职责",
        "terminology": "用语",
        "abbreviations": "简称",
        "cover": "封面",
        "layout": "排版",
        "repetition": "重复",
        "spelling": "错字",
        "punctuation": "标点",
    }
)
"""What each check is called in a report."""


def check_document(library: Library, document_id: str) -> tuple[Finding, ...]:
    """Everything that the checks find in one document, in the order of the checks.

    Raises UnknownDocument.
    """
    reviewed = ReviewedDocument(library, library.document(document_id))
    return tuple(finding for check in CHECKS.values() for finding in check(reviewed))
