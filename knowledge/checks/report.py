"""A report of findings for the 技术部, as text, JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.catalogue import Document
from knowledge.checks.checking import LABELS
from knowledge.checks.finding import Finding
from knowledge.checks.on_record import records_of
from knowledge.errata import Errata

_PLACES = 6
_WORDS = 60


def as_text(document: Document, findings: Sequence[Finding], errata: Errata | None = None) -> str:
    """For a terminal: the findings by check, each with its clauses and words."""
    lines = [_title(document, findings, errata)]
    for check, found in _by_check(findings):
        lines += ["", f"{LABELS[check]}（{len(found)}）"]
        for finding in found:
            lines.append(f"  {finding.sentence}{_known(finding, errata)}")
            lines += [f"    {number}　{words}" for number, words in _places(finding)]
    return "\n".join(lines) + "\n"


def as_markdown(
    document: Document, findings: Sequence[Finding], errata: Errata | None = None
) -> str:
    """For a page: a table for each check."""
    lines = [f"# {_title(document, findings, errata)}"]
    for check, found in _by_check(findings):
        lines += ["", f"## {LABELS[check]}", "", "| 问题 | 条款 | 原文 |", "| --- | --- | --- |"]
        for finding in found:
            numbers = "<br>".join(number for number, _ in _places(finding))
            words = "<br>".join(_cell(words) for _, words in _places(finding))
            sentence = _cell(finding.sentence + _known(finding, errata))
            lines.append(f"| {sentence} | {numbers} | {words} |")
    return "\n".join(lines) + "\n"


def as_json(document: Document, findings: Sequence[Finding], errata: Errata | None = None) -> str:
    """For a program: every clause and all words of each finding."""
    entries = [
        {
            "check": finding.check,
            "sentence": finding.sentence,
            "places": [
                {"clause": ref.number, "words": words}
                for ref, words in zip(finding.clauses, finding.words, strict=True)
            ],
            "errata": [erratum.id for erratum in records_of(finding, errata)] if errata else [],
        }
        for finding in findings
    ]
    report = {"document": document.id, "title": document.title, "findings": entries}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _title(document: Document, findings: Sequence[Finding], errata: Errata | None) -> str:
    title = f"{document.id} {document.title}：查出 {len(findings)} 处"
    if errata is None:
        return title
    known = sum(bool(records_of(finding, errata)) for finding in findings)
    return f"{title}，其中 {known} 处已有勘误"


def _by_check(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    for check, found in groupby(findings, key=lambda finding: finding.check):
        yield check, list(found)


def _known(finding: Finding, errata: Errata | None) -> str:
    known = records_of(finding, errata) if errata else ()
    return f"（勘误 {'、'.join(erratum.id for erratum in known)}）" if known else ""


def _places(finding: Finding) -> list[tuple[str, str]]:
    places = [
        (ref.number, _short(words))
        for ref, words in zip(finding.clauses, finding.words, strict=True)
    ]
    rest = len(places) - _PLACES
    return places if rest <= 0 else [*places[:_PLACES], ("……", f"另有 {rest} 处")]


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else f"{line[:_WORDS]}……"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("*", "\\*")
